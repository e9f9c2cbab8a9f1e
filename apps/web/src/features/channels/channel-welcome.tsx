'use client';

import { Button } from '@parley/ui/button';
import { CopyField } from '@parley/ui/copy-field';
import LinkIcon from 'lucide-react/icons/link';
import { useInviteLink } from '../invite/use-invite-link.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';
import { sayWhy } from './channel-actions.ts';

/** Greets the first owner, and gives them a link to send to the people they want to talk to. */
export function ChannelWelcome() {
  const open = useOpenDialog();
  const { link, error, isPending, make } = useInviteLink();
  return (
    <section
      aria-label="Welcome"
      className="mx-5 mt-2 mb-1 shrink-0 rounded-xl border border-line bg-raised px-5 py-4 max-sm:mx-3"
    >
      <h2 className="font-semibold text-lg">Welcome. It’s quiet here so far</h2>
      <p className="max-w-prose pt-0.5 text-ink-2">
        Send this link to the people you want to talk to. Whoever opens it can join, for a week.
      </p>
      <div className="pt-3">
        {link ? (
          <CopyField label="Invite link" hideLabel value={link.url} />
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" icon={<LinkIcon size={16} />} pending={isPending} onClick={() => make()}>
              Get an invite link
            </Button>
            <Button onClick={() => open('createChannel')}>Create a channel</Button>
          </div>
        )}
        {error ? (
          <p role="alert" className="pt-2 text-danger text-sm">
            Couldn’t make a link. {sayWhy(error)}
          </p>
        ) : null}
      </div>
    </section>
  );
}
