'use client';

import type { Message } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { IconButton } from '@parley/ui/icon-button';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import { Time } from '@parley/ui/time';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { usePerson } from '../../sync/use-person.ts';
import { usePinned } from '../../sync/use-pinned.ts';
import { messagePath } from '../shell/place.ts';
import { MessageBody } from './message-body.tsx';

export interface PinnedListProps {
  readonly channelId: string;
  /** The channel takes changes: it is not archived. */
  readonly editable: boolean;
}

/** What is pinned in a channel, the latest pin first: who wrote it, who pinned it, and the way to it. */
export function PinnedList({ channelId, editable }: PinnedListProps) {
  const { items, status, retry } = usePinned(channelId);
  if (status === 'error') {
    return (
      <EmptyState level={3} title="Couldn’t load what is pinned" action={<Button onClick={retry}>Try again</Button>} />
    );
  }
  if (!items) {
    return (
      <Loading label="Loading pinned messages" className="flex flex-col gap-3 p-4">
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-20 w-full" />
      </Loading>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState
        level={3}
        icon={<Pin size={18} />}
        title="Nothing is pinned yet"
        text="Pin what everybody here comes back to: open a message’s menu and choose “Pin to channel”."
      />
    );
  }
  return (
    <ul className="flex flex-col gap-2.5 p-4 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      {items.map((message) => (
        <PinnedItem key={message.id} message={message} editable={editable} />
      ))}
    </ul>
  );
}

function PinnedItem({ message, editable }: { message: Message; editable: boolean }) {
  const { workspace } = useSession();
  const { pins } = useSync();
  const by = usePerson(message.pinnedBy);
  const { author, createdAt, pinnedAt } = message;
  return (
    <li className="group/pin relative rounded-lg border border-line bg-raised p-3">
      <div className="flex items-center gap-2 text-sm">
        <Avatar id={author.id} name={author.displayName} src={author.avatarUrl} size={20} />
        <b className="truncate">{author.displayName}</b>
        <Time value={createdAt} format="date" className="shrink-0 text-ink-3 text-xs" />
        {editable ? (
          <IconButton label="Unpin" size="sm" className="ml-auto" onClick={() => void pins.set(message, false)}>
            <PinOff size={16} />
          </IconButton>
        ) : null}
      </div>
      <div className="mt-1 line-clamp-6 text-sm">
        <MessageBody message={message} />
      </div>
      <p className="mt-1.5 flex items-center gap-2 text-ink-3 text-xs">
        <span className="min-w-0 truncate">
          Pinned{by ? ` by ${by.displayName}` : ''}
          {pinnedAt ? (
            <>
              {' '}
              <Time value={pinnedAt} format="relative" />
            </>
          ) : null}
        </span>
        <a href={messagePath(workspace.slug, message)} className="link ml-auto shrink-0">
          Show
        </a>
      </p>
    </li>
  );
}
