import { redirect } from 'next/navigation';
import { currentCaller } from '../server/current-caller.ts';
import { pageApi } from '../server/page-api.ts';

/** Sends a visitor where they belong: to the set-up, to the sign-in, or into their first workspace. */
export default async function HomePage() {
  const api = await pageApi();
  if (!(await currentCaller())) redirect((await api.auth.status()).needsSetup ? '/setup' : '/signin');
  const { items } = await api.workspace.list();
  const [first] = items;
  redirect(first ? `/w/${first.slug}` : '/w/new');
}
