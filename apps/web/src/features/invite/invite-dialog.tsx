'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { CopyField } from '@parley/ui/copy-field';
import { Dialog } from '@parley/ui/dialog';
import { RadioGroup } from '@parley/ui/radio-group';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { InviteList } from './invite-list.tsx';

const lives = [
  { value: '1', label: 'A day' },
  { value: '7', label: 'A week' },
  { value: '30', label: 'A month' },
] as const;
const uses = [
  { value: '1', label: 'One person' },
  { value: '25', label: 'Up to 25 people' },
  { value: 'any', label: 'Anyone with the link' },
] as const;

const day = 86_400_000;

/** Makes an invite link, shows it once, and lists those that still work. */
export function InviteDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const [life, setLife] = useState<(typeof lives)[number]['value']>('7');
  const [limit, setLimit] = useState<(typeof uses)[number]['value']>('any');
  const invite = useMutation(trpc.workspace.invite.mutationOptions());
  const make = (): void =>
    invite.mutate({
      workspaceId: workspace.id,
      expiresAt: new Date(Date.now() + Number(life) * day).toISOString(),
      ...(limit === 'any' ? {} : { maxUses: Number(limit) }),
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite people"
      description="Whoever opens the link can join this workspace as a member."
    >
      <div className="flex flex-col gap-4">
        {invite.error ? <Banner tone="danger">Couldn’t make a link. {invite.error.message}</Banner> : null}
        {invite.data ? (
          <CopyField label="Invite link" value={invite.data.url} hint="Copy it now: it is not shown again." />
        ) : (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <RadioGroup label="It works for" options={lives} value={life} onValueChange={setLife} />
              <RadioGroup label="It lets in" options={uses} value={limit} onValueChange={setLimit} />
            </div>
            <Button variant="primary" className="self-start" pending={invite.isPending} onClick={make}>
              Create invite link
            </Button>
          </>
        )}
        <InviteList made={invite.data?.id ?? null} />
      </div>
    </Dialog>
  );
}
