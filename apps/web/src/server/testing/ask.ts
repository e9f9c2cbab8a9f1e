import { issueTokens } from '@parley/auth/program-tokens';
import { sessionCookieName } from '@parley/auth/session-cookie';
import { createBrowserSession } from '@parley/auth/sessions';
import { makePerson } from '@parley/auth/testing/make-person';
import type { ClonedDatabase } from '@parley/db/testing/clone-database';
import { createTestDatabase } from '@parley/db/testing/test-database';
import { closeRealtime } from '@parley/realtime/realtime';
import { afterAll, beforeAll, expect } from 'vitest';
import { answerTrpc } from '../answer-trpc.ts';

process.env.AUTH_SECRET ??= 'a-secret-of-the-tests-and-of-nothing-else';
process.env.PUBLIC_URL = 'https://chat.example.com';

export const BASE = 'http://localhost:3000/api/trpc';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await answerTrpc(new Request(`${BASE}/${path}`, init));
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

export function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask(path, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } });
}

/** Somebody signed in, with the header that says so. */
export async function signIn() {
  const person = await makePerson();
  const { token, session } = await createBrowserSession(person);
  const { accessToken } = await issueTokens(person);
  return {
    userId: person.userId,
    sessionId: session.id,
    cookie: { cookie: `${sessionCookieName()}=${token}` },
    bearer: { authorization: `Bearer ${accessToken}` },
  };
}

/** The part of an error that programs read. */
export function errorData(code: string) {
  return { error: { data: expect.objectContaining({ code, requestId: expect.any(String) }) } };
}

/** A database for the tests of a file, and a realtime side that is closed after them. */
export function servePeople(): void {
  let database: ClonedDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await closeRealtime();
    await database.drop();
  });
}
