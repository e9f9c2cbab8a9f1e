import { findByAccessToken } from '@parley/auth/find-caller';
import { issueTokens } from '@parley/auth/program-tokens';
import { sessionCookieName } from '@parley/auth/session-cookie';
import { tokenHash } from '@parley/auth/session-tokens';
import { createBrowserSession } from '@parley/auth/sessions';
import { makePerson } from '@parley/auth/testing/make-person';

/** Somebody signed in, in the test's database: their browser's cookie and session. */
export async function signInBrowser(userId?: string): Promise<{ userId: string; sessionId: string; cookie: string }> {
  const person = await makePerson();
  const { token, session } = await createBrowserSession({ ...person, userId: userId ?? person.userId });
  return { userId: userId ?? person.userId, sessionId: session.id, cookie: `${sessionCookieName()}=${token}` };
}

/** A program of somebody's, in the test's database: its header and session. */
export async function signInProgram(): Promise<{ userId: string; sessionId: string; authorization: string }> {
  const { accessToken } = await issueTokens(await makePerson());
  const caller = await findByAccessToken(tokenHash(accessToken));
  if (!caller) throw new Error('A new token is good.');
  return { userId: caller.user.id, sessionId: caller.session.id, authorization: `Bearer ${accessToken}` };
}
