import NextAuth, { type NextAuthResult } from 'next-auth';
import { answerBrowserAuth } from './browser-auth.ts';
import type { BrowserAuthHooks } from './browser-sign-in.ts';

type NextRequest = Parameters<NextAuthResult['handlers']['POST']>[0];

export interface NextAuthHooks extends BrowserAuthHooks {
  /** Next's own request, which only an app of Next's can make: `(request) => new NextRequest(request)`. */
  readonly toNextRequest: (request: Request) => NextRequest;
}

export interface NextAuthHandlers {
  readonly GET: (request: Request) => Promise<Response>;
  readonly POST: (request: Request) => Promise<Response>;
}

/**
 * The handlers of `/api/auth/[...nextauth]`: next-auth's standard flow with our sessions behind it. Nothing is read or
 * opened before the first request, so a build may import this without settings or a database.
 */
export function createNextAuth(hooks: NextAuthHooks): NextAuthHandlers {
  const answer = (request: Request): Promise<Response> =>
    answerBrowserAuth(request, hooks, (presented, config) => {
      const { handlers } = NextAuth(config);
      return handlers[presented.method === 'POST' ? 'POST' : 'GET'](hooks.toNextRequest(presented));
    });
  return { GET: answer, POST: answer };
}
