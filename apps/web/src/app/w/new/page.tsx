import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EntryPage } from '../../../features/entry/entry-page.tsx';
import { CreateWorkspaceForm } from '../../../features/workspace/create-workspace-form.tsx';
import { currentCaller } from '../../../server/current-caller.ts';

export const metadata: Metadata = { title: 'Create a workspace' };

export default async function NewWorkspacePage() {
  if (!(await currentCaller())) redirect('/signin?next=/w/new');
  const back = (
    <Link className="link" href="/">
      Back to your workspaces
    </Link>
  );
  return (
    <EntryPage title="Create a workspace" text="A place of its own, with its own people and channels." footer={back}>
      <CreateWorkspaceForm />
    </EntryPage>
  );
}
