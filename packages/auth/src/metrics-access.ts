import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import { authEnv } from './env.ts';
import { tokenHash } from './session-tokens.ts';

/** What a request for metrics says of itself. */
export interface MetricsRequest {
  /** The Authorization header as it came, or null. */
  readonly authorization: string | null;
  /** The address of the socket's other end, or null where a server does not show it. */
  readonly remoteAddress: string | null;
  /** A proxy has passed it on: whoever asked is not at the socket's other end. */
  readonly forwarded: boolean;
}

/** 200: may read them. 401: needs the token. 403: this machine alone may. */
export type MetricsVerdict = 200 | 401 | 403;

const bearer = /^Bearer +(\S+)$/i;

function isLoopback(address: string | null): boolean {
  return address !== null && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

function holdsToken(authorization: string | null, token: string): boolean {
  const given = bearer.exec(authorization?.trim() ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(token)));
}

/** May this request read the metrics? With METRICS_TOKEN whoever brings it, else only a program on the same machine. */
export function judgeMetrics({ authorization, remoteAddress, forwarded }: MetricsRequest): MetricsVerdict {
  const { metricsToken } = authEnv();
  if (metricsToken !== undefined) return holdsToken(authorization, metricsToken) ? 200 : 401;
  return !forwarded && isLoopback(remoteAddress) ? 200 : 403;
}

/** The same for a request as Node's server has it. */
export function judgeMetricsRequest({ headers, socket }: IncomingMessage): MetricsVerdict {
  return judgeMetrics({
    authorization: headers.authorization ?? null,
    remoteAddress: socket.remoteAddress ?? null,
    forwarded: ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((name) => name in headers),
  });
}
