import type { EventStage } from '@parley/api/testing/events/event-stage';
import type { InboxEvent } from '@parley/realtime/events';
import type { Presence } from '@parley/ui/presence-dot';
import { z } from 'zod';
import { watchActivity } from '../../features/activity/activity-news.ts';
import { watchTyping } from '../../features/composer/watch-typing.ts';
import { afterPresence } from '../../features/presence/use-presence.ts';
import { watchReceipts } from '../../features/receipts/watch-receipts.ts';
import { watchWorkspaces } from '../../features/workspace/workspace-news.ts';
import { makeQueryClient } from '../../trpc/query-client.ts';
import type { Api } from '../../trpc/trpc.ts';
import { channelLogKey } from '../channel-log-query.ts';
import { itemsOf } from '../seq-list.ts';
import { SyncEngine } from '../sync-engine.ts';
import { talkKey } from '../talk.ts';
import { insideClient } from './inside-client.ts';
import { ShownLists } from './shown-lists.ts';

/** What is on the screen of a browser of Ben's: a channel, one of its threads, and the readers of a message of his. */
export interface Shown {
  readonly channelId: string;
  readonly parentId: string;
  readonly own: { readonly id: string; readonly seq: number };
}

const personSchema = z.object({ id: z.string(), displayName: z.string(), handle: z.string() });
const channelsSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** A copy of all that a browser of Ben's keeps, kept by the code that the page keeps it with. */
export class KeptCopy {
  readonly heard = new Set<InboxEvent['type']>();
  typing: readonly string[] = [];
  readonly #stage: EventStage;
  readonly #shown: Shown;
  readonly #api: Api;
  readonly #engine: SyncEngine;
  readonly #lists: ShownLists;
  readonly #queryClient = makeQueryClient();
  readonly #ends: Array<() => void> = [];
  #presence: ReadonlyMap<string, Presence> = new Map();

  constructor(stage: EventStage, shown: Shown) {
    const { realtime, ben, workspaceId } = stage;
    const { channelId, own } = shown;
    this.#stage = stage;
    this.#shown = shown;
    this.#api = insideClient(realtime, ben);
    const sources = { api: this.#api, queryClient: this.#queryClient };
    this.#engine = new SyncEngine({ ...sources, viewerId: ben.user.id, workspaceId, connection: null });
    const place = { workspaceId, channelId, messageId: own.id };
    this.#lists = new ShownLists({ ...sources, engine: this.#engine }, place);
  }

  /** Reads everything and follows it. */
  async open(): Promise<this> {
    const { ana, ben } = this.#stage;
    const { channelId } = this.#shown;
    const ready = new Promise<void>((resolve) => {
      this.#engine.onInbox(({ type }) => {
        this.heard.add(type);
        if (type === 'ready') resolve();
      });
    });
    this.#follow();
    this.#ends.push(
      watchTyping({ api: this.#api, talk: channelId, viewerId: ben.user.id }, (typing) => {
        this.typing = [...typing.keys()];
      }),
    );
    await this.#engine.log(channelId);
    await this.#loadThread();
    this.#engine.start();
    await ready;
    this.#ends.push(this.#engine.feeds.open(channelId), this.#engine.threads.watch());
    this.#engine.people.lookUp(ana.user.id);
    return this;
  }

  /** All that is kept, as it is drawn, so that two copies can be compared; null for what was not read yet. */
  state(): Record<string, unknown> {
    const kept = this.#kept();
    return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, this.#asDrawn(value ?? null)]));
  }

  /** People are drawn as they were last heard of; the order of channels and their sections are kept apart from the list. */
  #asDrawn(value: unknown): unknown {
    const text = JSON.stringify(value, (name, part: unknown) => {
      const person = personSchema.safeParse(part);
      if (person.success) return this.#engine.people.get(person.data.id) ?? part;
      return name === 'sectionId' ? null : part;
    });
    return JSON.parse(text);
  }

  #kept(): Record<string, unknown> {
    const { ana } = this.#stage;
    const { channelId, parentId } = this.#shown;
    const { threads, drafts, people } = this.#engine;
    const { channels, ...lists } = this.#lists.state;
    return {
      ...lists,
      channels: channels && channelsSchema.parse(channels).items.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      timeline: this.#log(channelId),
      thread: this.#log(this.#thread),
      place: threads.place(parentId),
      drafts: drafts.all().map(({ channelId, body, version }) => ({ channelId, body, version })),
      person: people.get(ana.user.id),
      presence: this.#presence.get(ana.user.id),
    };
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#lists.hide();
    this.#engine.stop();
    this.#queryClient.clear();
  }

  get #thread(): string {
    return talkKey(this.#shown);
  }

  #log(key: string) {
    const log = this.#engine.logs.read(key);
    return log && { seq: log.seq, messages: log.spans.map(({ items }) => itemsOf(items)) };
  }

  async #loadThread(): Promise<void> {
    const queryFn = () => this.#engine.logs.load(this.#thread);
    await this.#queryClient.fetchQuery({ queryKey: channelLogKey(this.#thread), queryFn });
  }

  #follow(): void {
    const { ana } = this.#stage;
    const { channelId, own } = this.#shown;
    const { id, seq } = own;
    const { onInbox } = this.#engine;
    const readAnew = (path: string[], input?: object) => () =>
      void this.#queryClient.invalidateQueries({ queryKey: input ? [path, { input, type: 'query' }] : [path] });
    const presence = this.#api.presence.onChange.subscribe(
      { userIds: [ana.user.id] },
      { onData: (change) => (this.#presence = afterPresence(this.#presence, [change])) },
    );
    this.#ends.push(
      watchActivity(onInbox, readAnew(['mention', 'list'])),
      watchWorkspaces(onInbox, readAnew(['workspace', 'list'])),
      watchReceipts(
        { api: this.#api, onInbox },
        { channelId, seq, thread: null },
        readAnew(['message', 'receipts'], { id }),
      ),
      () => presence.unsubscribe(),
    );
  }
}
