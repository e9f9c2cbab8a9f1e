import { showToast } from '@parley/ui/toast-store';
import { fetchCsrfToken } from './csrf-token.ts';

/** Ends this browser's session and goes to the sign-in. When the server can't be reached it says so and stays. */
export async function signOut(): Promise<void> {
  try {
    const csrfToken = await fetchCsrfToken();
    const answer = await fetch('/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-auth-return-redirect': '1' },
      body: new URLSearchParams({ csrfToken, callbackUrl: '/signin' }),
    });
    if (!answer.ok) throw new Error(`Signing out answered ${answer.status}.`);
    location.assign('/signin');
  } catch {
    showToast({ text: 'Couldn’t sign out. Check your connection and try again.', tone: 'danger' });
  }
}
