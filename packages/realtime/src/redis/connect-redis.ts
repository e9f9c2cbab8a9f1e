import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisAddress } from '../redis-address.ts';
import type { ReportError } from '../report-error.ts';
import { retryDelay } from '../retry-delay.ts';

const RECONNECT = { first: 100, longest: 3_000 };

export type RedisClient = Redis | Cluster;

export interface ConnectionPurpose {
  /** What the connection is for, as `CLIENT LIST` and the log show it. */
  name: string;
  reportError: ReportError;
}

/**
 * Settings of every connection. A command is never sent twice; what stands in a queue when the connection breaks fails at once; a server
 * that is silent for 5 s after a command counts as gone, so that a half-open connection is noticed.
 */
export const CONNECTION_OPTIONS = {
  connectTimeout: 5_000,
  socketTimeout: 5_000,
  keepAlive: 10_000,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  retryStrategy: (attempt: number) => retryDelay(attempt, RECONNECT),
} satisfies RedisOptions;

/** Opens a client for commands. It connects by itself and again after each loss, for ever. */
export function connectRedis(address: RedisAddress, purpose: ConnectionPurpose): RedisClient {
  return address.kind === 'single' ? connectSingle(address.url, purpose) : connectCluster(address.urls, purpose);
}

/** Opens a connection to a single server. */
export function connectSingle(url: string, purpose: ConnectionPurpose): Redis {
  const client = new Redis(url, { ...CONNECTION_OPTIONS, connectionName: `parley-${purpose.name}` });
  reportFirstError(client, purpose);
  return client;
}

/** Opens a client for a cluster. Password and TLS are those of the first address. */
export function connectCluster(urls: string[], purpose: ConnectionPurpose): Cluster {
  const nodes = urls.map((text) => new URL(text));
  const [first] = nodes;
  const tls = first?.protocol === 'rediss:' ? { tls: {} } : {};
  const { retryStrategy, ...options } = CONNECTION_OPTIONS;
  const client = new Cluster(
    nodes.map(({ hostname, port }) => ({ host: hostname, port: Number(port || 6379) })),
    {
      clusterRetryStrategy: retryStrategy,
      // Hosted clusters give certificates for names, so names stay as they are.
      dnsLookup: (name, callback) => callback(null, name),
      redisOptions: {
        ...options,
        ...tls,
        username: decodeURIComponent(first?.username ?? '') || undefined,
        password: decodeURIComponent(first?.password ?? '') || undefined,
        connectionName: `parley-${purpose.name}`,
      },
    },
  );
  reportFirstError(client, purpose);
  return client;
}

/** Tells of a connection's trouble once, until it is ready again; without this an error would end the process. */
export function reportFirstError(client: RedisClient, { name, reportError }: ConnectionPurpose): void {
  let told = false;
  client.on('error', (error: unknown) => {
    if (!told) reportError(error, `the Redis connection for ${name}`);
    told = true;
  });
  client.on('ready', () => {
    told = false;
  });
}
