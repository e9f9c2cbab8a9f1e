'use client';

import { EmptyState } from '@parley/ui/empty-state';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { lastChannel } from './last-channel.ts';

const phone = '(max-width: 639px)';

/** Goes on to the channel that was open last, or to #general. On a phone the list of channels is the home. */
export function WorkspaceHome() {
  const { workspace } = useSession();
  const { channels, status } = useChannels(workspace.id);
  const router = useRouter();
  const last = lastChannel(workspace.id);
  const target =
    channels.find((channel) => channel.id === last) ?? channels.find((channel) => channel.isDefault) ?? channels[0];
  const targetId = target?.id;
  useEffect(() => {
    if (targetId && !matchMedia(phone).matches) router.replace(`/w/${workspace.slug}/${targetId}`);
  }, [router, targetId, workspace.slug]);
  if (status !== 'success' || targetId) return null;
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<MessagesSquare size={18} />}
        title="You are in no channel yet"
        text="Browse the channels of this workspace and join one, or ask somebody to add you."
      />
    </div>
  );
}
