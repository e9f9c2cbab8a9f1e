import { authEnv } from './env.ts';

/** What a browser says of the page that sent a request: the headers as they came, or null. */
export interface RequestSource {
  readonly origin: string | null;
  readonly secFetchSite: string | null;
  readonly host: string | null;
}

/**
 * Did a page of another site send this request? Then nothing may be changed by it, since the browser adds the cookie all
 * the same. A program sends none of these headers and is not foreign.
 */
export function isForeignRequest({ origin, secFetchSite, host }: RequestSource): boolean {
  if (secFetchSite === 'cross-site' || secFetchSite === 'same-site') return true;
  if (origin === null || origin === authEnv().publicOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
