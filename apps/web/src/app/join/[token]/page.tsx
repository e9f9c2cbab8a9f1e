import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EntryPage } from '../../../features/entry/entry-page.tsx';
import { JoinButton } from '../../../features/invite/join-button.tsx';
import { RegisterForm } from '../../../features/sign-in/register-form.tsx';
import { currentCaller } from '../../../server/current-caller.ts';
import { pageApi } from '../../../server/page-api.ts';
import { orNull } from './or-null.ts';

export const metadata: Metadata = { title: 'Join' };

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params;
  const api = await pageApi();
  const invite = await orNull(api.workspace.previewInvite({ token }));
  if (!invite) {
    // Of somebody who is in the workspace already this uses nothing up and changes nothing.
    const inside = (await currentCaller()) ? await orNull(api.workspace.joinByInvite({ token })) : null;
    if (inside) redirect(`/w/${inside.slug}`);
    return <UnusableLink />;
  }
  const { workspaceName, invitedBy, memberCount } = invite;
  const people = memberCount === 1 ? 'One person is' : `${memberCount} people are`;
  const title = `Join ${workspaceName}`;
  const text = `${invitedBy} invited you. ${people} there already.`;
  if (await currentCaller()) {
    return (
      <EntryPage title={title} text={text}>
        <JoinButton token={token} workspaceName={workspaceName} />
      </EntryPage>
    );
  }
  const footer = (
    <>
      Have an account on this server?{' '}
      <Link className="link" href={`/signin?next=${encodeURIComponent(`/join/${token}`)}`}>
        Sign in
      </Link>
    </>
  );
  return (
    <EntryPage title={title} text={text} footer={footer}>
      <RegisterForm inviteToken={token} next="/" submitLabel={`Join ${workspaceName}`} />
    </EntryPage>
  );
}

function UnusableLink() {
  return (
    <EntryPage
      title="This invite link no longer works"
      text="It may have expired, been used up, or been revoked. Ask the person who sent it for a new one."
    >
      <Link className="link" href="/">
        Go to Parley
      </Link>
    </EntryPage>
  );
}
