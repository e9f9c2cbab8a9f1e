import { randomBytes } from 'node:crypto';
import { authEnv } from '@parley/auth/env';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './server/content-security-policy.ts';
import { databaseAnswers } from './server/database-answers.ts';
import { unavailableHeaders, unavailablePage } from './server/unavailable-page.ts';

const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains; preload';
const REPORTS = 'csp="/api/csp-reports"';
/** Only reported for a while: some day it will be part of the policy. */
const TRUSTED_TYPES = "require-trusted-types-for 'script'; report-to csp";

/** Sets the headers of a page, and says so where there is no database to make one from. It decides nothing about who may see what. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, request.headers.get('host'));
  const headers = new Headers(request.headers);
  // Next reads the nonce from here, and gives it to the scripts and styles it writes.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  // For pages that send a visitor to the sign-in, to come back from there.
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = (await databaseAnswers())
    ? NextResponse.next({ request: { headers } })
    : new NextResponse(unavailablePage(nonce), { status: 503, headers: unavailableHeaders() });
  response.headers.set('content-security-policy', policy);
  response.headers.set('content-security-policy-report-only', TRUSTED_TYPES);
  response.headers.set('reporting-endpoints', REPORTS);
  response.headers.set('cache-control', 'private, no-store');
  if (authEnv().https) response.headers.set('strict-transport-security', STRICT_TRANSPORT);
  return response;
}

/**
 * Pages alone: routes set their own headers, an upload must not pass through here, where bodies are cut off, and icons may be
 * kept by the browser.
 */
export const config = {
  matcher: [
    '/((?!api/|_next/|files/|hooks/|health/live$|health/ready$|metrics$|icon\\.svg$|apple-icon\\.png$|favicon\\.ico$|manifest\\.webmanifest$).*)',
  ],
};
