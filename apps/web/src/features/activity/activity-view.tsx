'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import AtSign from 'lucide-react/icons/at-sign';
import { useId } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { ViewFrame, ViewState } from '../shell/view-frame.tsx';
import { type Activity, useActivity } from './activity-query.ts';
import { ActivityRow } from './activity-row.tsx';

/** What concerns the viewer: mentions, replies, reactions. What is new comes first. */
export function ActivityView() {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const activity = useActivity();
  const items = activity.data?.pages.flatMap((page) => page.items) ?? [];
  const fresh = items.filter((item) => item.unread);
  const markRead = useMutation(
    trpc.mention.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.mention.list.pathKey() }),
      onError: (error) => showToast({ text: `Couldn’t mark it as read. ${sayWhy(error)}`, tone: 'danger' }),
    }),
  );
  const actions = (
    <Button
      size="sm"
      disabled={fresh.length === 0}
      pending={markRead.isPending}
      onClick={() => markRead.mutate({ workspaceId: workspace.id })}
    >
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
      <Group title="New" items={fresh} />
      <Group title={fresh.length > 0 ? 'Earlier' : ''} items={items.filter((item) => !item.unread)} />
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

function Group({ title, items }: { title: string; items: readonly Activity[] }) {
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
          <ActivityRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
