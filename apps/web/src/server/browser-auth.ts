import { tellSignedOut } from '@parley/api/account/tell-signed-out';
import { signInBrowser } from '@parley/api/auth/sign-in-browser';
import { createNextAuth } from '@parley/auth/next-auth';
import { realtime } from '@parley/realtime/realtime';
import { logger } from '@parley/telemetry/logger';
import { NextRequest } from 'next/server';

/** Answers requests to `/api/auth/*`: next-auth's flow, with the product's own check of passwords and limits. */
export const browserAuth = createNextAuth({
  signIn: (attempt) => signInBrowser(realtime(), attempt),
  onSessionsEnded: (ended) => Promise.resolve(tellSignedOut(realtime(), ended)),
  onError: (error) => logger('web').error({ err: error }, 'Signing in or out failed.'),
  signInPage: '/signin',
  toNextRequest: (request) => new NextRequest(request),
});
