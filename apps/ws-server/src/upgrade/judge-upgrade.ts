import type { IncomingMessage } from 'node:http';
import { clientAddress } from '@parley/auth/client-address';
import { isForeignRequest } from '@parley/auth/foreign-request';
import { readSessionCookie } from '@parley/auth/session-cookie';
import type { Client, Identity } from '../services.ts';
import type { SocketSessions } from '../session/socket-sessions.ts';
import type { FailedUpgrades } from './failed-upgrades.ts';
import { FOREIGN, NO_CREDENTIAL, NOT_FOUND, type Refusal, tooManyFailed, UNAVAILABLE } from './refuse-upgrade.ts';

const PATH = '/ws';

export interface UpgradeRules {
  readonly identify: SocketSessions['identify'];
  readonly failed: Pick<FailedUpgrades, 'count' | 'waitOf'>;
  /** Origins of pages beside the server's own that may open sockets. */
  readonly origins: ReadonlySet<string>;
}

/** An upgrade that may go on. */
export interface Admission {
  readonly identity: Identity | null;
  readonly client: Client;
  /** The client announced that its first message carries connection parameters. */
  readonly awaitsParams: boolean;
}

/** Whether the address is the one that sockets are opened at. */
export function isSocketPath(url: string | undefined): boolean {
  return url === PATH || (url?.startsWith(`${PATH}?`) ?? false);
}

function announcesParams(url: string): boolean {
  return new URLSearchParams(url.slice(PATH.length)).get('connectionParams') === '1';
}

function clientOf({ headers, socket }: IncomingMessage): Client {
  const given = headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(given) ? given.join(',') : (given ?? null);
  return {
    address: clientAddress({ forwardedFor, remoteAddress: socket.remoteAddress ?? null }),
    userAgent: headers['user-agent']?.slice(0, 512) ?? null,
  };
}

/**
 * A browser adds its cookie to any page's socket, and names the page in Origin: a cookie only counts for pages of ours.
 * Programs that send neither are free to come from anywhere; with a token they have no cookie to steal.
 */
function comesFromForeignPage({ headers }: IncomingMessage, origins: ReadonlySet<string>): boolean {
  const origin = headers.origin ?? null;
  if (headers.authorization !== undefined) return false;
  if (origin === null) return readSessionCookie(headers.cookie ?? null) !== null;
  return !origins.has(origin) && isForeignRequest({ origin, secFetchSite: null, host: headers.host ?? null });
}

/**
 * Decides about an upgrade before it is answered. One that fails for want of a credential or of the right page is counted,
 * and from an address of too many it is told to wait; whoever has a good credential is let in all the same. Never rejects.
 */
export async function judgeUpgrade(request: IncomingMessage, rules: UpgradeRules): Promise<Admission | Refusal> {
  const { url } = request;
  if (url === undefined || !isSocketPath(url)) return NOT_FOUND;
  const client = clientOf(request);
  const verdict = comesFromForeignPage(request, rules.origins)
    ? FOREIGN
    : await identifyClient(request, { client, awaitsParams: announcesParams(url), rules });
  if (verdict !== FOREIGN && verdict !== NO_CREDENTIAL) return verdict;
  const wait = await rules.failed.count(client);
  return wait === null ? verdict : tooManyFailed(wait);
}

async function identifyClient(
  { headers }: IncomingMessage,
  { client, awaitsParams, rules }: { client: Client; awaitsParams: boolean; rules: UpgradeRules },
): Promise<Admission | Refusal> {
  const credentials = { cookie: headers.cookie ?? null, authorization: headers.authorization ?? null };
  let identity: Identity | null;
  try {
    identity = await rules.identify(credentials);
  } catch {
    return UNAVAILABLE;
  }
  if (identity) return { identity, client, awaitsParams };
  if (!awaitsParams) return NO_CREDENTIAL;
  const wait = await rules.failed.waitOf(client);
  return wait === null ? { identity, client, awaitsParams } : tooManyFailed(wait);
}
