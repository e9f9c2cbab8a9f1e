'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { CopyField } from '@parley/ui/copy-field';
import { Dialog } from '@parley/ui/dialog';
import { RadioGroup } from '@parley/ui/radio-group';
import { useState } from 'react';
import { sayWhy } from '../channels/channel-actions.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { InviteList } from './invite-list.tsx';
import { useInviteLink } from './use-invite-link.ts';

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

/** Makes an invite link, shows it for as long as this page is open, and lists those that still work. */
export function InviteDialog({ open, onOpenChange }: AppDialogProps) {
  const [life, setLife] = useState<(typeof lives)[number]['value']>('7');
  const [limit, setLimit] = useState<(typeof uses)[number]['value']>('any');
  const { link, error, isPending, make, forget } = useInviteLink();
  const makeAsWished = (): void =>
    make({
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
        {error ? (
          <Banner tone="danger" action={<Button onClick={makeAsWished}>Try again</Button>}>
            Couldn’t make a link. {sayWhy(error)}
          </Banner>
        ) : null}
        {link ? (
          <>
            <CopyField
              label="Invite link"
              value={link.url}
              hint="Copy it now: after this visit it is not shown again."
            />
            <Button className="self-start" onClick={forget}>
              Make another link
            </Button>
          </>
        ) : (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <RadioGroup label="It works for" options={lives} value={life} onValueChange={setLife} />
              <RadioGroup label="It lets in" options={uses} value={limit} onValueChange={setLimit} />
            </div>
            <Button variant="primary" className="self-start" pending={isPending} onClick={makeAsWished}>
              Create invite link
            </Button>
          </>
        )}
        <InviteList made={link?.id ?? null} onRevoked={(id) => id === link?.id && forget()} />
      </div>
    </Dialog>
  );
}
