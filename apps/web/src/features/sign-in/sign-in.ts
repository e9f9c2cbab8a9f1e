import type { FormFailure } from '../entry/entry-error.ts';
import { fetchCsrfToken } from './csrf-token.ts';

const offline = 'Could not reach the server. Check your connection and try again.';

/** No account has this e-mail with this password. */
export const mismatch: FormFailure = {
  message: 'That e-mail and password do not match. Check both and try again.',
  fields: {},
  focus: 'password',
};

/**
 * Signs a browser in through next-auth: its token against forged requests first, then e-mail and password. Answers null
 * when the session's cookie is set, else what to tell the person.
 */
export async function signIn(email: string, password: string): Promise<FormFailure | null> {
  try {
    const csrfToken = await fetchCsrfToken();
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-auth-return-redirect': '1' },
      body: new URLSearchParams({ email, password, csrfToken, callbackUrl: '/' }),
    });
    return await failureOf(answer);
  } catch {
    return { message: offline, fields: {} };
  }
}

async function failureOf(answer: Response): Promise<FormFailure | null> {
  if (answer.status === 429) {
    const minutes = Math.max(1, Math.ceil(Number(answer.headers.get('retry-after') ?? '60') / 60));
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    return { message: `Too many attempts. Try again in ${wait}.`, fields: {} };
  }
  if (answer.status >= 500) return { message: 'The server is busy. Try again in a moment.', fields: {} };
  const body: unknown = await answer.json().catch(() => null);
  const url = typeof body === 'object' && body !== null && 'url' in body ? String(body.url) : '';
  if (answer.ok && !url.includes('error=')) return null;
  return mismatch;
}
