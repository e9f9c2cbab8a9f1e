import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '../../features/entry/entry-page.tsx';
import { SetupForm } from '../../features/setup/setup-form.tsx';
import { pageApi } from '../../server/page-api.ts';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage() {
  const { needsSetup } = await (await pageApi()).auth.status();
  if (!needsSetup) redirect('/');
  return (
    <EntryPage
      title="Welcome. Let’s set up your workspace"
      text="You are the first one here, so this is yours to name. It takes a minute."
    >
      <SetupForm />
    </EntryPage>
  );
}
