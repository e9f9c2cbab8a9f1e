import { authEnv } from './env.ts';

/** Where to go after signing in or out: a path of this site, with query and hash. Anything else becomes `/`. */
export function safeRedirectPath(target: unknown): string {
  const { publicOrigin } = authEnv();
  if (typeof target !== 'string' || !URL.canParse(target, publicOrigin)) return '/';
  const { origin, pathname, search, hash } = new URL(target, publicOrigin);
  if (origin !== publicOrigin) return '/';
  return `/${pathname.replace(/^\/+/, '')}${search}${hash}`;
}
