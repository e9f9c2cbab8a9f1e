import type { AppRouter } from '@parley/api/root';
import { InfiniteQueryObserver, type QueryClient, type QueryKey, QueryObserver } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import type { Api } from '../../trpc/trpc.ts';
import { pinnedInput } from '../pins.ts';
import type { SyncEngine } from '../sync-engine.ts';
import { threadInboxInput } from '../threads.ts';

export interface ShownPlace {
  readonly workspaceId: string;
  readonly channelId: string;
  /** The viewer's own message whose readers are shown. */
  readonly messageId: string;
}

/** The lists that a page reads with queries, all on the screen at once. */
export class ShownLists {
  readonly #queryClient: QueryClient;
  readonly #keys: Record<string, QueryKey> = {};
  readonly #ends: Array<() => void> = [];

  constructor(
    { api, queryClient, engine }: { api: Api; queryClient: QueryClient; engine: SyncEngine },
    place: ShownPlace,
  ) {
    const { workspaceId, channelId, messageId } = place;
    this.#queryClient = queryClient;
    const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });
    const show = (
      name: string,
      observer: { subscribe(listener: () => void): () => void; options: { queryKey?: QueryKey } },
    ) => {
      this.#keys[name] = observer.options.queryKey ?? [];
      this.#ends.push(observer.subscribe(() => undefined));
    };
    show('channels', new QueryObserver(queryClient, trpc.channel.list.queryOptions({ workspaceId })));
    show('sections', new QueryObserver(queryClient, trpc.channel.sections.queryOptions({ workspaceId })));
    show('emoji', new QueryObserver(queryClient, trpc.emoji.list.queryOptions({ workspaceId })));
    show('saved', new QueryObserver(queryClient, trpc.message.savedIds.queryOptions({ workspaceId })));
    show('blocked', new QueryObserver(queryClient, trpc.user.blocked.queryOptions()));
    show('pins', new QueryObserver(queryClient, trpc.message.pinned.queryOptions(pinnedInput(channelId))));
    show('receipts', new QueryObserver(queryClient, trpc.message.receipts.queryOptions({ id: messageId })));
    show('workspaces', new QueryObserver(queryClient, trpc.workspace.list.queryOptions()));
    show('activity', new QueryObserver(queryClient, trpc.mention.list.queryOptions({ workspaceId, limit: 20 })));
    const members = { channelId, limit: 50 };
    show(
      'members',
      new InfiniteQueryObserver(queryClient, {
        queryKey: trpc.channel.members.infiniteQueryKey(members),
        queryFn: ({ pageParam }) => api.channel.members.query(pageInput(members, pageParam)),
        initialPageParam: firstPage(),
        getNextPageParam: (page) => page.nextCursor,
      }),
    );
    const threads = threadInboxInput(workspaceId);
    show(
      'threads',
      new InfiniteQueryObserver(queryClient, {
        queryKey: trpc.thread.inbox.infiniteQueryKey(threads),
        queryFn: ({ pageParam }) => engine.threads.readInbox(pageParam),
        initialPageParam: firstPage(),
        getNextPageParam: (page) => page.nextCursor,
      }),
    );
  }

  /** What is known of each, by name. */
  get state(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.#keys).map(([name, key]) => [name, this.#queryClient.getQueryData(key)]),
    );
  }

  hide(): void {
    for (const end of this.#ends) end();
  }
}
