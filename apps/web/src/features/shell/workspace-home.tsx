'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { useOpenDialog } from './dialogs.tsx';
import { goTo } from './go-to.ts';
import { PHONE } from './phone.ts';
import { channelPath } from './place.ts';
import { recentChannels } from './recent-channels.ts';

/** Goes on to the channel that was open last, or to #general. On a phone the list of channels is the home. */
export function WorkspaceHome() {
  const { workspace } = useSession();
  const { channels, status } = useChannels(workspace.id);
  const open = useOpenDialog();
  useEffect(() => {
    if (matchMedia(PHONE).matches) return undefined;
    const last = recentChannels(workspace.id).find((id) => channels.some((channel) => channel.id === id));
    const target = last ?? (channels.find((channel) => channel.isDefault) ?? channels[0])?.id;
    if (!target) return undefined;
    // Not in the effect itself: on the first page the router takes notice of the address only after its own effects. And not from
    // where somebody went meanwhile: this view stands until the other is drawn.
    const timer = setTimeout(() => {
      if (location.pathname === `/w/${workspace.slug}`) goTo(channelPath(workspace.slug, target), { replace: true });
    });
    return () => clearTimeout(timer);
  }, [channels, workspace]);
  if (status !== 'success' || channels.length > 0) return null;
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<MessagesSquare size={18} />}
        title="You are in no channel yet"
        text="Browse the channels of this workspace and join one, or ask somebody to add you."
        action={<Button onClick={() => open('browseChannels')}>Browse channels</Button>}
      />
    </div>
  );
}
