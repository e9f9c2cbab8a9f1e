'use client';

import { IconButton } from '@parley/ui/icon-button';
import { Tag } from '@parley/ui/tag';
import Compass from 'lucide-react/icons/compass';
import MessageCircle from 'lucide-react/icons/message-circle';
import UserRound from 'lucide-react/icons/user-round';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { Mark } from '../entry/mark.tsx';
import { useOpenDialog } from '../shell/dialogs.tsx';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';
import { useWorkspaces } from '../workspace/workspaces-context.tsx';

/** What the product's own bot says to somebody who has just joined: three things to try. */
export function NewcomerGreeting({ onClose }: { onClose: () => void }) {
  const { me } = useSession();
  const { workspace } = useWorkspaces();
  return (
    <section aria-label="Welcome" className="mx-0.5 mt-2 shrink-0 rounded-lg border border-line bg-raised p-2">
      <div className="flex items-center gap-2 pl-2 font-semibold text-sm">
        <span className="shrink-0 [&>svg]:size-5">
          <Mark />
        </span>
        <span className="truncate">Parley</span>
        <Tag>Bot</Tag>
        <span className="ml-auto">
          <IconButton label="Close the welcome" size="sm" onClick={onClose}>
            <X size={16} />
          </IconButton>
        </span>
      </div>
      <p className="px-2 pt-1 pb-1.5 text-sm">
        Hi {me.displayName.split(' ')[0]}, welcome to {workspace.name}. Three things to try:
      </p>
      <Ideas />
    </section>
  );
}

function Ideas() {
  const { workspace } = useSession();
  const { channels } = useChannels(workspace.id);
  const { commands } = useSync();
  const open = useOpenDialog();
  const everyone = channels.find((channel) => channel.isDefault);
  const sayHello = (id: string): void => {
    goTo(channelPath(workspace.slug, id));
    // Once the channel that was gone to stands.
    requestAnimationFrame(() => commands.emit(id, { type: 'focusComposer' }));
  };
  return (
    <ul>
      {everyone ? (
        <Idea icon={<MessageCircle size={16} />} onPress={() => sayHello(everyone.id)}>
          Say hello in #{everyone.name}
        </Idea>
      ) : null}
      <Idea icon={<Compass size={16} />} onPress={() => open('browseChannels')}>
        Browse the channels
      </Idea>
      <Idea icon={<UserRound size={16} />} onPress={() => open('settings')}>
        Tell others who you are
      </Idea>
    </ul>
  );
}

function Idea({ icon, onPress, children }: { icon: ReactNode; onPress: () => void; children: ReactNode }) {
  return (
    <li>
      <button
        type="button"
        onClick={onPress}
        className="touch-row flex min-h-7.5 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left text-ink-2 text-sm hover:bg-hover hover:text-ink"
      >
        <span aria-hidden="true" className="shrink-0 text-ink-3">
          {icon}
        </span>
        <span className="min-w-0 truncate">{children}</span>
      </button>
    </li>
  );
}
