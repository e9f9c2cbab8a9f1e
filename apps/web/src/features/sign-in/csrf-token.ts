/** next-auth's token against forged requests, which goes with each sign-in and sign-out. Rejects without an answer. */
export async function fetchCsrfToken(): Promise<string> {
  const answer = await fetch('/api/auth/csrf', { cache: 'no-store' });
  const body: unknown = await answer.json();
  if (typeof body === 'object' && body !== null && 'csrfToken' in body) return String(body.csrfToken);
  throw new Error('The server gave no token to sign in with.');
}
