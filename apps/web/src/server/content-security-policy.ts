import { authEnv } from '@parley/auth/env';
import { webEnv } from './env.ts';

const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** The socket's origin beside a page of this host: not every browser takes `'self'` to mean it. */
function socketOrigins(host: string | null): string[] {
  const { wsUrl } = webEnv();
  if (wsUrl) return [new URL(wsUrl).origin];
  const { https, publicOrigin } = authEnv();
  const scheme = https ? 'wss' : 'ws';
  const hosts = new Set([new URL(publicOrigin).host, ...(host !== null && HOST.test(host) ? [host] : [])]);
  return [...hosts].map((name) => `${scheme}://${name}`);
}

/**
 * What a page may load and where it may connect. `host` is the request's Host header; the nonce is what our own scripts
 * and styles carry.
 */
export function contentSecurityPolicy(nonce: string, host: string | null): string {
  const { fileOrigins, uploadOrigins, development } = webEnv();
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    // React explains itself with eval while one works on it.
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:', 'blob:', ...fileOrigins],
    'media-src': ["'self'", 'blob:', ...fileOrigins],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...socketOrigins(host), ...fileOrigins, ...uploadOrigins],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'report-to': ['csp'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
