import { newId } from '@parley/db/ids';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What an invite's link ends with. */
const inviteToken = /^[\w-]{43}$/;

/** The same input about things that do not exist: each id is a random one of the same form. */
export function withRandomIds(input: unknown): unknown {
  if (typeof input === 'string') {
    if (uuid.test(input)) return newId();
    return inviteToken.test(input) ? newId().replaceAll('-', '').padEnd(43, 'x') : input;
  }
  if (Array.isArray(input)) return input.map(withRandomIds);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, withRandomIds(value)]));
}
