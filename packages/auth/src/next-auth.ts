import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { answerBrowserAuth, type NextAuthRunner } from './browser-auth.ts';
import type { BrowserAuthHooks } from './browser-sign-in.ts';

export interface NextAuthHandlers {
  readonly GET: (request: Request) => Promise<Response>;
  readonly POST: (request: Request) => Promise<Response>;
}

const runNextAuth: NextAuthRunner = (request, config) => {
  const { handlers } = NextAuth(config);
  return handlers[request.method === 'POST' ? 'POST' : 'GET'](new NextRequest(request));
};

/**
 * The handlers of `/api/auth/[...nextauth]`: next-auth's standard flow with our sessions behind it. Nothing is read or
 * opened before the first request, so a build may import this without settings or a database.
 */
export function createNextAuth(hooks: BrowserAuthHooks): NextAuthHandlers {
  const answer = (request: Request) => answerBrowserAuth(request, hooks, runNextAuth);
  return { GET: answer, POST: answer };
}
