'use client';

import { Banner } from '@parley/ui/banner';
import { entryClient } from '../entry/entry-client.ts';
import { SubmitButton } from '../entry/submit-button.tsx';
import { useFormSubmit } from '../entry/use-form-submit.ts';

/** Takes up an invite for somebody who is signed in. */
export function JoinButton({ token, workspaceName }: { token: string; workspaceName: string }) {
  const { pending, failure, onSubmit } = useFormSubmit(async () => {
    const { slug } = await entryClient.workspace.joinByInvite.mutate({ token });
    location.assign(`/w/${slug}`);
    return null;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {failure.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <SubmitButton pending={pending}>Join {workspaceName}</SubmitButton>
    </form>
  );
}
