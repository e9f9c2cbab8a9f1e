import { isUnavailable } from '@parley/db/errors';
import type { NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import type { BrowserAuthHooks, SignInOutcome } from './browser-sign-in.ts';
import { addressGroup, clientAddress } from './client-address.ts';
import { deviceName } from './device-name.ts';
import { authEnv } from './env.ts';
import { sessionAdapter } from './next-auth-adapter.ts';
import { PASSWORD_MAX_BYTES } from './password-rules.ts';
import { safeRedirectPath } from './redirect-path.ts';
import { readSessionCookie, sessionCookieName, sessionCookieOptions } from './session-cookie.ts';
import { ABSOLUTE_SECONDS } from './session-lifetime.ts';
import { createBrowserSession, revokeBrowserToken } from './sessions.ts';

/** One request to next-auth, and what came of it that its own answer does not show. */
export interface BrowserAuthRequest {
  readonly headers: Headers;
  readonly hooks: BrowserAuthHooks;
  outcome: SignInOutcome | undefined;
  signedOut: boolean;
  /** The database did not answer: what next-auth made of that is not to be believed. */
  unavailable: boolean;
}

const typed = z.object({
  email: z.string().max(320),
  password: z.string().refine((password) => Buffer.byteLength(password) <= PASSWORD_MAX_BYTES),
});

/** Refusals that the person, or whoever sent the request, brought about; they are no fault of the server. */
const expected = new Set([
  'CredentialsSignin',
  'MissingCSRF',
  'UnknownAction',
  'InvalidProvider',
  'InvalidCallbackUrl',
  // A body that is not the JSON it says it is.
  'SyntaxError',
]);

function addressOf(headers: Headers): string | null {
  return clientAddress({ forwardedFor: headers.get('x-forwarded-for'), remoteAddress: null });
}

async function authorize(request: BrowserAuthRequest, credentials: unknown): Promise<{ id: string } | null> {
  const input = typed.safeParse(credentials);
  if (!input.success) return null;
  const ip = addressOf(request.headers);
  request.outcome = await request.hooks.signIn({ ...input.data, address: ip === null ? null : addressGroup(ip) });
  return request.outcome.kind === 'welcome' ? { id: request.outcome.userId } : null;
}

/** Puts a new session behind the cookie, and ends the one that the browser came with. */
async function beginSession({ headers, hooks }: BrowserAuthRequest, userId: string): Promise<string> {
  const previous = readSessionCookie(headers.get('cookie'));
  const device = deviceName(headers.get('user-agent'));
  const { token } = await createBrowserSession({ userId, device, ip: addressOf(headers) });
  const ended = previous === null ? null : await revokeBrowserToken(previous);
  if (ended) await hooks.onSessionsEnded([ended]);
  return token;
}

/** next-auth wraps what broke as `cause.err`. */
function isOutage(error: Error): boolean {
  const { cause } = error;
  const inner = typeof cause === 'object' && cause !== null && 'err' in cause ? cause.err : undefined;
  return isUnavailable(error) || isUnavailable(inner);
}

function loggerFor(request: BrowserAuthRequest): NonNullable<NextAuthConfig['logger']> {
  const { onError } = request.hooks;
  return {
    error: (error) => {
      if (isOutage(error)) request.unavailable = true;
      if (!expected.has('type' in error ? String(error.type) : error.name)) onError(error);
    },
    warn: () => undefined,
    debug: () => undefined,
  };
}

/** next-auth's configuration for one request. */
export function browserAuthConfig(request: BrowserAuthRequest): NextAuthConfig {
  const { hooks } = request;
  const { secret, https, publicOrigin } = authEnv();
  return {
    secret,
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: https,
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: hooks.signInPage, signOut: hooks.signInPage, error: hooks.signInPage },
    // With an adapter the strategy is "database"; saying so would make next-auth refuse to work with passwords alone.
    session: { maxAge: ABSOLUTE_SECONDS },
    adapter: sessionAdapter((ended) => hooks.onSessionsEnded([ended])),
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials) => authorize(request, credentials),
      }),
    ],
    // Signing in with a password always ends here: what is "encoded" becomes the cookie, so it is our session's token.
    jwt: {
      encode: ({ token }) => {
        if (!token?.sub) throw new Error('Nobody is signing in.');
        return beginSession(request, token.sub);
      },
    },
    callbacks: {
      redirect: ({ url }) => `${publicOrigin}${safeRedirectPath(url)}`,
      // A fresh object: the one handed in carries the whole user and the session's token, and this goes to the browser.
      session: ({ session, user }) => ({
        expires: new Date(session.expires).toISOString(),
        user: { id: user.id, name: user.name ?? null, email: user.email, image: user.image ?? null },
      }),
    },
    events: {
      signOut: () => {
        request.signedOut = true;
      },
    },
    logger: loggerFor(request),
  };
}
