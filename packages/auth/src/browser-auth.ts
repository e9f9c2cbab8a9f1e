import { parseCookie, stringifyCookie } from 'cookie';
import type { NextAuthConfig } from 'next-auth';
import type { BrowserAuthHooks } from './browser-sign-in.ts';
import { authEnv } from './env.ts';
import { isForeignRequest } from './foreign-request.ts';
import { type BrowserAuthRequest, browserAuthConfig } from './next-auth-config.ts';
import { safeRedirectPath } from './redirect-path.ts';

const MAX_BODY_BYTES = 16 * 1024;
/** When to come back while the database does not answer. */
const OUTAGE_SECONDS = 2;

/** next-auth itself, as this package calls it. */
export type NextAuthRunner = (request: Request, config: NextAuthConfig) => Promise<Response>;

/** The body as text, or null when it is larger than a sign-in can be. */
async function readBody({ body }: Request): Promise<string | null> {
  if (!body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function cookieWithoutCallback(header: string): string {
  const kept = Object.entries(parseCookie(header)).filter(([name]) => !name.endsWith('authjs.callback-url'));
  return stringifyCookie(Object.fromEntries(kept));
}

/**
 * The request as next-auth may see it: at the address that people open, since the server behind a proxy or a framework
 * sees another; and without a place to go to that it would answer with a server error.
 */
function presentable(request: Request, body: string): Request {
  const { pathname, searchParams } = new URL(request.url);
  const callbackUrl = searchParams.get('callbackUrl');
  if (callbackUrl !== null) searchParams.set('callbackUrl', safeRedirectPath(callbackUrl));
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  const cookie = headers.get('cookie');
  if (cookie) headers.set('cookie', cookieWithoutCallback(cookie));
  const url = new URL(`${authEnv().publicOrigin}${pathname}`);
  url.search = searchParams.toString();
  return new Request(url, { method: request.method, headers, ...(request.method === 'POST' ? { body } : {}) });
}

function refusal(status: number, reason: string, headers: Record<string, string> = {}): Response {
  return Response.json({ reason }, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

function tryLater(status: 429 | 503, retryAfterSeconds: number, signInPage: string): Response {
  const reason = status === 429 ? 'RATE_LIMIT' : 'UNAVAILABLE';
  const url = `${authEnv().publicOrigin}${signInPage}?error=${reason}`;
  const headers = { 'Cache-Control': 'no-store', 'Retry-After': String(retryAfterSeconds) };
  return Response.json({ reason, retryAfter: retryAfterSeconds, url }, { status, headers });
}

function finished(answer: Response, signedOut: boolean): Response {
  const headers = new Headers(answer.headers);
  headers.set('Cache-Control', 'private, no-store');
  if (signedOut) headers.set('Clear-Site-Data', '"cache", "storage"');
  return new Response(answer.body, { status: answer.status, headers });
}

/** Answers a request below `/api/auth`, with next-auth doing its part through `run`. */
export async function answerBrowserAuth(
  request: Request,
  hooks: BrowserAuthHooks,
  run: NextAuthRunner,
): Promise<Response> {
  const { headers, method } = request;
  const from = {
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
    host: headers.get('host'),
  };
  if (method === 'POST' && isForeignRequest(from)) return refusal(403, 'FOREIGN_ORIGIN');
  const body = await readBody(request);
  if (body === null) return refusal(413, 'TOO_LARGE');

  const state: BrowserAuthRequest = { headers, hooks, outcome: undefined, signedOut: false, unavailable: false };
  const answer = await run(presentable(request, body), browserAuthConfig(state));
  if (state.outcome?.kind === 'later') {
    return tryLater(state.outcome.status, state.outcome.retryAfterSeconds, hooks.signInPage);
  }
  if (state.unavailable) return tryLater(503, OUTAGE_SECONDS, hooks.signInPage);
  return finished(answer, state.signedOut);
}
