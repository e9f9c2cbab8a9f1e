'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { entryClient } from '../entry/entry-client.ts';
import { useFormSubmit } from '../entry/use-form-submit.ts';

/** Takes up an invite for somebody who is signed in. */
export function JoinButton({ token, workspaceName }: { token: string; workspaceName: string }) {
  const { pending, failure, onSubmit } = useFormSubmit(async () => {
    const { slug } = await entryClient.workspace.joinByInvite.mutate({ token });
    location.assign(`/w/${slug}`);
    return null;
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      {failure.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <Button type="submit" variant="primary" size="lg" full pending={pending}>
        Join {workspaceName}
      </Button>
    </form>
  );
}
