'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import AtSign from 'lucide-react/icons/at-sign';
import { useId, useMemo, useRef, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { useEndSeen } from '../shell/use-end-seen.ts';
import { ViewFrame, ViewState } from '../shell/view-frame.tsx';
import { type Activity, useActivity } from './activity-query.ts';
import { ActivityRow } from './activity-row.tsx';

/** What concerns the viewer: mentions, replies, reactions. What is new comes first, and is read once its end was seen. */
export function ActivityView() {
  const activity = useActivity();
  const items = useMemo(() => activity.data?.pages.flatMap((page) => page.items) ?? [], [activity.data]);
  const { fresh, clear } = useFresh(items);
  const unread = items.filter((item) => item.unread);
  // While even the oldest that is shown is new, there may be more to see.
  const isWhole = !activity.hasNextPage || items.at(-1)?.unread === false;
  const { read, waits } = useReading(items, isWhole && !activity.isFetching);
  const end = useRef<HTMLDivElement>(null);
  useEndSeen(end, waits ? (items[0]?.createdAt ?? null) : null, () => read(() => undefined));
  const actions = (
    <Button size="sm" disabled={fresh.size === 0} onClick={() => (unread.length > 0 ? read(clear) : clear())}>
      Mark all as read
    </Button>
  );
  return (
    <ViewFrame title="Activity" actions={actions}>
      <ViewState status={activity.status} what="your activity" onRetry={() => void activity.refetch()} />
      {activity.isSuccess && items.length === 0 ? (
        <EmptyState
          icon={<AtSign size={18} />}
          title="Nothing yet"
          text="When somebody mentions you, answers you or reacts to what you wrote, you find it here."
        />
      ) : null}
      <Group title="New" items={items.filter(({ id }) => fresh.has(id))} fresh />
      <div ref={end} />
      <Group title={fresh.size > 0 ? 'Earlier' : ''} items={items.filter(({ id }) => !fresh.has(id))} />
      {activity.hasNextPage ? (
        <Button
          className="mt-3 self-center"
          pending={activity.isFetchingNextPage}
          onClick={() => void activity.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </ViewFrame>
  );
}

/** Marks what is shown as read. `waits`: something of it is new and was not marked yet, once all of it is there (`settled`). */
function useReading(items: readonly Activity[], settled: boolean) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const markRead = useMutation(
    trpc.mention.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.mention.list.pathKey() }),
      onError: (error) => showToast({ text: `Couldn’t mark it as read. ${sayWhy(error)}`, tone: 'danger' }),
    }),
  );
  const [newest] = items;
  // Up to what is shown, not up to now: what came meanwhile was not seen.
  const read = (onSuccess: () => void): void => {
    if (newest && !markRead.isPending) {
      markRead.mutate({ workspaceId: workspace.id, through: newest.createdAt }, { onSuccess });
    }
  };
  // Once for what is the newest: again when something newer has come, and not while it is being said.
  const isSaid = markRead.isPending || markRead.variables?.through === newest?.createdAt;
  return { read, waits: settled && !isSaid && items.some((item) => item.unread) };
}

/** What was new when it was first seen here: it stays where it is until the reader leaves, or is done with it. */
function useFresh(items: readonly Activity[]): { fresh: ReadonlySet<string>; clear: () => void } {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const more = items.filter(({ id, unread }) => unread && !fresh.has(id));
  if (more.length > 0) setFresh(new Set([...fresh, ...more.map(({ id }) => id)]));
  return { fresh, clear: () => setFresh(new Set()) };
}

function Group({ title, items, fresh = false }: { title: string; items: readonly Activity[]; fresh?: boolean }) {
  const heading = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={title === '' ? undefined : heading} aria-label={title === '' ? 'Activity' : undefined}>
      {title === '' ? null : (
        <h2 id={heading} className="px-2.5 pt-2 pb-1 text-ink-3 text-xs">
          {title}
        </h2>
      )}
      <ul className="flex flex-col gap-px">
        {items.map((item) => (
          <ActivityRow key={item.id} item={item} fresh={fresh} />
        ))}
      </ul>
    </section>
  );
}
