import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import { authEnv } from './env.ts';

const GROUP_BITS = 64;

export interface AddressSource {
  /** The request's X-Forwarded-For header. */
  readonly forwardedFor: string | null;
  /** The address of the socket's other end, or null where a server does not show it. */
  readonly remoteAddress: string | null;
}

function parseAddress(text: string): string | null {
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$/, '$1');
  const withoutPort = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(':')) : bare;
  return ipaddr.isValid(withoutPort) ? ipaddr.process(withoutPort).toString() : null;
}

/**
 * The client's address. Each trusted proxy appends the address it was called from to X-Forwarded-For, so the client's
 * own is that many entries from the right; what stands further left is the client's own word and counts for nothing.
 * Null when it cannot be told.
 */
export function clientAddress(
  { forwardedFor, remoteAddress }: AddressSource,
  trustedProxies: number = authEnv().trustedProxies,
): string | null {
  const forwarded = forwardedFor?.split(',') ?? [];
  const hops = remoteAddress === null ? forwarded : [...forwarded, remoteAddress];
  const behind = remoteAddress === null ? Math.max(trustedProxies - 1, 0) : trustedProxies;
  const hop = hops[Math.max(hops.length - 1 - behind, 0)];
  return hop === undefined ? null : parseAddress(hop);
}

/** The address as limits count it: IPv4 whole, IPv6 by its /64, since one customer holds at least that many. */
export function addressGroup(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${GROUP_BITS}`).toString()}/${GROUP_BITS}`;
}

/**
 * Leaves the client's address as the only entry of the request's X-Forwarded-For. A server calls it before it hands the
 * request to a framework that hides the socket, where `clientAddress` then finds this entry whatever the client sent.
 */
export function pinForwardedFor(request: IncomingMessage): void {
  const given = request.headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(given) ? given.join(',') : (given ?? null);
  const address = clientAddress({ forwardedFor, remoteAddress: request.socket.remoteAddress ?? null });
  if (address === null) Reflect.deleteProperty(request.headers, 'x-forwarded-for');
  else request.headers['x-forwarded-for'] = address;
}
