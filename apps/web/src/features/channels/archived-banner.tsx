'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Time } from '@parley/ui/time';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelRights } from './channel-rights.ts';
import { useChannelActions } from './use-channel-actions.ts';

/** Says that an archived channel is there to be read, and lets its owners take that back. */
export function ArchivedBanner({ channel }: { channel: ChannelListItem }) {
  const { workspace } = useSession();
  const { unarchive } = useChannelActions(channel.id);
  const [pending, setPending] = useState(false);
  if (!channel.archivedAt) return null;
  const press = async (): Promise<void> => {
    setPending(true);
    await unarchive();
    setPending(false);
  };
  const action = (
    <Button size="sm" pending={pending} onClick={press}>
      Unarchive
    </Button>
  );
  return (
    <Banner shape="bar" className="sm:px-5" action={channelRights(channel, workspace.role).manage ? action : null}>
      Archived on <Time value={channel.archivedAt} format="date" />. It can be read, but not written to.
    </Banner>
  );
}
