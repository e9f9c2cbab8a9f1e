import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentCaller } from './current-caller.ts';

/** Sends a visitor who is not signed in to the sign-in, which leads back to the page that was asked for. */
export async function requireSignIn(): Promise<void> {
  if (await currentCaller()) return;
  const path = (await headers()).get('x-path') ?? '/';
  redirect(`/signin?next=${encodeURIComponent(path)}`);
}
