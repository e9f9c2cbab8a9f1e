'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import CloudOff from 'lucide-react/icons/cloud-off';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useEffect, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import type { ThreadInboxItem } from '../../sync/threads.ts';
import { useThreadInbox } from '../../sync/use-thread-inbox.ts';
import { TimelineSkeleton } from '../timeline/timeline-skeleton.tsx';
import { ThreadCard } from './thread-card.tsx';

/** The threads that the reader follows, what is unread first, to read and answer in place. */
export function ThreadsView() {
  const { workspace } = useSession();
  const { threads } = useSync();
  useEffect(() => threads.watch(), [threads]);
  return (
    <main
      tabIndex={-1}
      aria-label="Threads"
      className="flex min-w-0 flex-1 flex-col pb-[env(safe-area-inset-bottom)] outline-none"
    >
      <header
        data-region="header"
        className="box-content flex h-13 shrink-0 items-center gap-3 border-line border-b pt-[env(safe-area-inset-top)] pr-3.5 pl-5 max-sm:gap-1 max-sm:pl-1.5"
      >
        <a
          href={`/w/${workspace.slug}`}
          aria-label="Back to channels"
          className="touch-target grid size-9 shrink-0 place-items-center rounded-md text-ink-2 sm:hidden"
        >
          <ChevronLeft size={18} />
        </a>
        <h1 className="font-semibold max-sm:text-lg">Threads</h1>
      </header>
      <section data-region="timeline" aria-label="Followed threads" className="flex min-h-0 flex-1 flex-col">
        <ThreadList />
      </section>
    </main>
  );
}

function ThreadList() {
  const { items, status, retry, hasMore, isFetchingMore, more } = useThreadInbox();
  const shown = useSteadyOrder(items ?? []);
  if (!items && status === 'error') {
    return (
      <EmptyState
        icon={<CloudOff size={18} />}
        title="Couldn’t load your threads"
        action={<Button onClick={retry}>Try again</Button>}
      />
    );
  }
  if (!items) return <TimelineSkeleton label="Loading threads" />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<MessagesSquare size={18} />}
        title="No threads yet"
        text="Reply to a message in its thread, and you follow it: what is new there comes here."
      />
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4 max-sm:px-3">
      <ul className="mx-auto flex max-w-190 flex-col gap-4">
        {shown.map((item) => (
          <ThreadCard key={item.parent.id} item={item} />
        ))}
      </ul>
      {hasMore ? (
        <div className="flex justify-center pt-4">
          <Button pending={isFetchingMore} onClick={more}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Entries in the order they were first seen in, so that reading one moves none; those that come later are put first. */
function useSteadyOrder(items: readonly ThreadInboxItem[]): readonly ThreadInboxItem[] {
  const [order, setOrder] = useState<readonly string[]>([]);
  const ids = items.map(({ parent }) => parent.id);
  const fresh = ids.filter((id) => !order.includes(id));
  if (fresh.length > 0) {
    const isPage = order.length === 0 || ids.indexOf(fresh[0] ?? '') >= order.length;
    setOrder(isPage ? [...order, ...fresh] : [...fresh, ...order]);
  }
  const byId = new Map(items.map((item) => [item.parent.id, item]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
