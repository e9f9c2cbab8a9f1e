import type { AppRouter } from '@parley/api/root';
import type { InboxEvent, Message } from '@parley/realtime/events';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { pageInput } from '../trpc/page-input.ts';
import type { Api, ApiOutput } from '../trpc/trpc.ts';
import { InOrder } from './in-order.ts';
import { Moves } from './moves.ts';
import { talkKey } from './talk.ts';

export type ThreadPlace = ApiOutput['thread']['get']['place'];
export type ThreadInbox = ApiOutput['thread']['inbox'];
export type ThreadInboxItem = ThreadInbox['items'][number];

type Activity = Extract<InboxEvent, { type: 'threadActivity' }>;
type InboxPages = InfiniteData<ThreadInbox, string | null>;

export interface ThreadsOptions {
  api: Api;
  queryClient: QueryClient;
  workspaceId: string;
  onRefused(error: unknown): void;
  /** How far this device has read in a thread, where the server does not know it yet. */
  readAhead(talk: string): number | undefined;
}

/** A thread as it was just read: where it hangs, and the viewer's place in it. */
interface ReadThread {
  readonly parent: Pick<Message, 'id' | 'channelId'>;
  readonly place: ThreadPlace;
}

/** Takes in the viewer's place in a thread that was just read, and answers it as it is by now. */
export type TakePlace = (read: ReadThread) => ThreadPlace;

const ROOT = 'thread-place';
/** The list is read anew at most this often while things move, in milliseconds. */
const EVERY = 1_500;
export const INBOX_PAGE = 25;

/** The cache key of the viewer's place in a thread. */
export const threadPlaceKey = (parentId: string) => [ROOT, parentId] as const;

/** The input under which the list of followed threads is kept. */
export const threadInboxInput = (workspaceId: string) => ({ workspaceId, limit: INBOX_PAGE });

/** Where the viewer is in threads, and the list of those that they follow: the only place that writes them. */
export class Threads {
  readonly #options: ThreadsOptions;
  readonly #trpc: TRPCOptionsProxy<AppRouter>;
  readonly #moves = new Moves();
  readonly #following = new InOrder();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchers = 0;

  constructor(options: ThreadsOptions) {
    const { queryClient, api } = options;
    this.#options = options;
    this.#trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });
    queryClient.setQueryDefaults([ROOT], { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY });
  }

  place(parentId: string): ThreadPlace | undefined {
    return this.#options.queryClient.getQueryData<ThreadPlace>(threadPlaceKey(parentId));
  }

  /** Takes what the server says of the viewer's place. */
  take(place: ThreadPlace): void {
    this.#moves.note(place.parentId);
    this.#put(place);
  }

  /** Shows at once that everything up to `seq` is read, before the server has answered. */
  readUpTo(parentId: string, seq: number): void {
    const place = this.place(parentId);
    if (place && place.lastReadSeq < seq) this.take({ ...place, lastReadSeq: seq, unread: 0 });
  }

  /** A thread moved, or was read or marked as unread elsewhere. */
  moved({ parentId, unread, lastReadSeq }: Activity): void {
    const known = this.place(parentId);
    if (known) this.take({ ...known, unread, lastReadSeq, following: known.following || unread > 0 });
    if (this.#watchers > 0 || !this.#isListed(parentId)) this.refreshSoon();
  }

  /** The viewer wrote in a thread, and so follows it. Where something was unread, the server says whether it still is. */
  wroteIn(parentId: string, seq: number): void {
    const known = this.place(parentId);
    if (!known || known.lastReadSeq >= seq) return;
    this.take({ ...known, following: true, lastReadSeq: known.unread > 0 ? known.lastReadSeq : seq });
  }

  /** Somebody looks at the list: it is read anew, and then whenever something moves. Returns what ends it. */
  watch(): () => void {
    this.#watchers += 1;
    void this.refresh();
    return () => {
      this.#watchers -= 1;
    };
  }

  /** A message changed: the list shows it as it is now. */
  upsert(message: Message): void {
    this.#changeInbox((item) => itemWith(item, message));
  }

  /** Follows a thread or stops, at once for the viewer; taken back when the server refuses. */
  async follow(parentId: string, following: boolean): Promise<void> {
    const { api, onRefused } = this.#options;
    const before = this.place(parentId) ?? { parentId, following: !following, lastReadSeq: 0, unread: 0 };
    this.take({ ...before, following, unread: following ? before.unread : 0 });
    try {
      const call = following ? api.thread.follow : api.thread.unfollow;
      this.take(await this.#following.ask(parentId, () => call.mutate({ parentId })));
      this.refreshSoon();
    } catch (error) {
      this.take(before);
      onRefused(error);
    }
  }

  /** Reads the list anew, and soon again at the earliest. */
  refreshSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.refresh();
    }, EVERY);
  }

  async refresh(): Promise<void> {
    await this.#options.queryClient.invalidateQueries({ queryKey: this.#key() });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** To be called when places are about to be read. What moves meanwhile stays as it was told: the answer may be older. */
  beginReading(): TakePlace {
    const movedSince = this.#moves.watch();
    return ({ parent, place }) => {
      const known = this.place(parent.id);
      if (known && movedSince(parent.id)) return known;
      const ahead = this.#options.readAhead(talkKey({ channelId: parent.channelId, parentId: parent.id })) ?? 0;
      const now = ahead > place.lastReadSeq ? { ...place, lastReadSeq: ahead, unread: 0 } : place;
      this.#put(now);
      return now;
    };
  }

  /** A page of the threads that the viewer follows, from `cursor` on, with their places as they are by now. */
  async readInbox(cursor: string | null): Promise<ThreadInbox> {
    const { api, workspaceId } = this.#options;
    const takePlace = this.beginReading();
    const page = await api.thread.inbox.query(pageInput(threadInboxInput(workspaceId), cursor));
    return { ...page, items: page.items.map((item) => ({ ...item, place: takePlace(item) })) };
  }

  #put(place: ThreadPlace): void {
    this.#options.queryClient.setQueryData(threadPlaceKey(place.parentId), place);
    this.#changeInbox((item) => (item.parent.id === place.parentId ? { ...item, place } : item));
  }

  #isListed(parentId: string): boolean {
    const data = this.#options.queryClient.getQueryData<InboxPages>(this.#key());
    return data?.pages.some(({ items }) => items.some(({ parent }) => parent.id === parentId)) === true;
  }

  #key() {
    return this.#trpc.thread.inbox.infiniteQueryKey(threadInboxInput(this.#options.workspaceId));
  }

  #changeInbox(change: (item: ThreadInboxItem) => ThreadInboxItem): void {
    this.#options.queryClient.setQueryData<InboxPages>(this.#key(), (data) => {
      if (!data) return data;
      const pages = data.pages.map((page) => {
        const items = page.items.map(change);
        return items.every((item, index) => item === page.items[index]) ? page : { ...page, items };
      });
      return pages.every((page, index) => page === data.pages[index]) ? data : { ...data, pages };
    });
  }
}

/** An entry of the list with a message as it is now: its parent, or one of its newest replies. */
export function itemWith(item: ThreadInboxItem, message: Message): ThreadInboxItem {
  if (message.id === item.parent.id) {
    return item.parent.changeSeq >= message.changeSeq ? item : { ...item, parent: message };
  }
  if (message.parentId !== item.parent.id) return item;
  const index = item.latest.findIndex((reply) => reply.id === message.id);
  const known = item.latest[index];
  if (known) {
    if (known.changeSeq >= message.changeSeq) return item;
    const latest = message.deletedAt ? item.latest.toSpliced(index, 1) : item.latest.with(index, message);
    return { ...item, latest };
  }
  const newest = item.latest.at(-1)?.seq ?? 0;
  return message.deletedAt || message.seq <= newest ? item : { ...item, latest: [...item.latest, message] };
}
