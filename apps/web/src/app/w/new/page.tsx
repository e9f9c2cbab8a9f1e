import type { Metadata } from 'next';
import Link from 'next/link';
import { EntryPage } from '../../../features/entry/entry-page.tsx';
import { CreateWorkspaceForm } from '../../../features/workspace/create-workspace-form.tsx';
import { requireSignIn } from '../../../server/require-sign-in.ts';

export const metadata: Metadata = { title: 'Create a workspace' };

export default async function NewWorkspacePage() {
  await requireSignIn();
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
