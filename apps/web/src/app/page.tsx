import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { LAST_WORKSPACE_COOKIE, workspaceToOpen } from '../features/workspace/last-workspace.ts';
import { currentCaller } from '../server/current-caller.ts';
import { pageApi } from '../server/page-api.ts';

/** Sends a visitor where they belong: to the set-up, to the sign-in, or into the workspace that was open last. */
export default async function HomePage() {
  const api = await pageApi();
  if (!(await currentCaller())) redirect((await api.auth.status()).needsSetup ? '/setup' : '/signin');
  const { items } = await api.workspace.list();
  const workspace = workspaceToOpen(items, (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value);
  redirect(workspace ? `/w/${workspace.slug}` : '/w/new');
}
