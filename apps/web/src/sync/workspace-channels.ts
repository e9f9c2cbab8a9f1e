import type { AppRouter } from '@parley/api/root';
import { notifyManager, type QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { apiErrorOf } from '../trpc/api-error.ts';
import type { Api } from '../trpc/trpc.ts';
import type { NumberedEvent } from './apply-event.ts';
import {
  type Activity,
  afterActivity,
  type ChannelList,
  type ChannelListItem,
  changeChannel,
  channelAfter,
  channelAsRead,
  losesLastMessage,
  losesPlace,
  type Meanwhile,
  mergeLists,
  withChannel,
  withoutChannel,
} from './channel-list.ts';
import { Moves } from './moves.ts';

export interface WorkspaceChannelsOptions {
  api: Api;
  queryClient: QueryClient;
  workspaceId: string;
  viewerId: string;
  /** How far this device has read in a channel beyond what the server knows. */
  readAhead(channelId: string): number | undefined;
}

type ChangeOfChannel = (channel: ChannelListItem) => ChannelListItem;

interface GatheredChange {
  channelId: string;
  change: ChangeOfChannel;
  /** What the change comes from, if it comes from the channel's own events. */
  events: readonly NumberedEvent[];
}

/** What messages do to the list within this is done at once, in milliseconds. */
const GATHER = 150;

/** The list of the viewer's channels in the query cache: the only place that writes it. */
export class WorkspaceChannels {
  readonly #options: WorkspaceChannelsOptions;
  readonly #trpc: TRPCOptionsProxy<AppRouter>;
  /** Of readers' places. */
  readonly #moves = new Moves();
  /** In order, all channels together. */
  #gathered: GatheredChange[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<void> | null = null;
  #refreshAgain = false;

  constructor(options: WorkspaceChannelsOptions) {
    this.#options = options;
    this.#trpc = createTRPCOptionsProxy<AppRouter>({ client: options.api, queryClient: options.queryClient });
  }

  read(channelId: string): ChannelListItem | undefined {
    return this.#list()?.items.find((channel) => channel.id === channelId);
  }

  /** One of the viewer's channels by its name. Conversations of people have none. */
  named(name: string): ChannelListItem | undefined {
    const wanted = name.toLowerCase();
    return this.#list()?.items.find(({ kind, name: known }) => isNamed(kind) && known.toLowerCase() === wanted);
  }

  /** Reads the whole list anew. What events said meanwhile is kept where it is newer. */
  refresh(): Promise<void> {
    if (this.#refreshing) this.#refreshAgain = true;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
      if (!this.#refreshAgain) return;
      this.#refreshAgain = false;
      void this.refresh().catch(() => undefined);
    });
    return this.#refreshing;
  }

  /**
   * Reads one channel anew, and takes it off the list when the viewer is not in it. A conversation of people that is off
   * the list stays off: it was closed, though the viewer is in it. `added`: the server said that it is to be there.
   */
  async refreshOne(channelId: string, { added = false }: { added?: boolean } = {}): Promise<void> {
    const meanwhile = this.#meanwhile();
    try {
      const channel = await this.#options.api.channel.get.query({ channelId });
      this.#options.queryClient.setQueryData(this.#trpc.channel.get.queryKey({ channelId }), channel);
      const closed = !added && channel.people !== undefined && this.read(channelId) === undefined;
      this.#change((list) => {
        if (!channel.membership) return withoutChannel(list, channelId);
        const known = list.items.find(({ id }) => id === channelId);
        return closed ? list : withChannel(list, channelAsRead(known, channel, meanwhile));
      });
    } catch (error) {
      if (apiErrorOf(error)?.code === 'NOT_FOUND') this.remove(channelId);
    }
  }

  /** Puts in a channel as the server just answered it. */
  put(channel: ChannelListItem): void {
    this.#change((list) => withChannel(list, channel));
  }

  remove(channelId: string): void {
    this.#change((list) => withoutChannel(list, channelId));
    void this.#options.queryClient.invalidateQueries({ queryKey: this.#trpc.channel.get.queryKey({ channelId }) });
  }

  /** Puts a channel's own changes in: messages alone `updateSoon`, the others at once. */
  apply(channelId: string, events: readonly NumberedEvent[]): void {
    const { viewerId } = this.#options;
    const after: ChangeOfChannel = (channel) =>
      events.reduce((one, event) => channelAfter(one, event, viewerId), channel);
    this.#gather({ channelId, change: after, events });
    if (events.every(({ event }) => event.type === 'message')) return;
    this.#applyGathered();
    this.#applyToOpened(channelId, events, after);
  }

  /** Changes a channel a moment later, with whatever else happens by then: the whole list is drawn for it. */
  updateSoon(channelId: string, change: ChangeOfChannel): void {
    this.#moves.note(channelId);
    this.#gather({ channelId, change, events: [] });
  }

  /**
   * The inbox told that a channel moved, and when its newest message was written. Of a conversation of people the list
   * keeps that message too: unless its own changes are followed, it is read anew.
   */
  moved(activity: Activity, { followed }: { followed: boolean }): void {
    const before = this.read(activity.channelId);
    this.updateSoon(activity.channelId, (channel) => afterActivity(channel, activity));
    if (before?.people && !followed && activity.seq > before.seq) void this.refreshOne(activity.channelId);
  }

  update(channelId: string, change: ChangeOfChannel): void {
    this.#moves.note(channelId);
    this.#changeOne(channelId, change);
  }

  #changeOne(channelId: string, change: ChangeOfChannel): void {
    this.#change((list) => changeChannel(list, channelId, change));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #gather(change: GatheredChange): void {
    this.#gathered.push(change);
    this.#timer ??= setTimeout(() => this.#applyGathered(), GATHER);
  }

  #applyGathered(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = this.#gathered;
    this.#gathered = [];
    notifyManager.batch(() => {
      for (const { channelId, change, events } of gathered) {
        const before = this.read(channelId);
        this.#changeOne(channelId, change);
        if (before && this.#isUnsure(before, events)) void this.refreshOne(channelId);
      }
    });
  }

  /** Whether only the server knows how a channel stands after its events. */
  #isUnsure(before: ChannelListItem, events: readonly NumberedEvent[]): boolean {
    const after = this.read(before.id);
    const { viewerId } = this.#options;
    return events.some(
      ({ event }) => losesLastMessage(before, event) || (after !== undefined && losesPlace(after, event, viewerId)),
    );
  }

  /** What was read about the channel alone, for its panel. */
  #applyToOpened(channelId: string, events: readonly NumberedEvent[], after: ChangeOfChannel): void {
    const { queryClient } = this.#options;
    if (events.some(({ event }) => event.type === 'member')) {
      void queryClient.invalidateQueries({ queryKey: this.#trpc.channel.members.infiniteQueryKey({ channelId }) });
    }
    queryClient.setQueryData(this.#trpc.channel.get.queryKey({ channelId }), (channel) => channel && after(channel));
  }

  #list(): ChannelList | undefined {
    return this.#options.queryClient.getQueryData(this.#key());
  }

  async #refresh(): Promise<void> {
    const { api, workspaceId } = this.#options;
    const meanwhile = this.#meanwhile();
    const fetched = await api.channel.list.query({ workspaceId });
    this.#applyGathered();
    this.#options.queryClient.setQueryData(this.#key(), (current) => mergeLists(current, fetched, meanwhile));
  }

  /** From now on. */
  #meanwhile(): Meanwhile {
    return { readAhead: this.#options.readAhead, moved: this.#moves.watch() };
  }

  #change(change: (list: ChannelList) => ChannelList): void {
    // What happened before comes before.
    if (this.#gathered.length > 0) this.#applyGathered();
    this.#options.queryClient.setQueryData(this.#key(), (list) => list && change(list));
  }

  #key() {
    return this.#trpc.channel.list.queryKey({ workspaceId: this.#options.workspaceId });
  }
}

function isNamed(kind: ChannelListItem['kind']): boolean {
  return kind === 'PUBLIC' || kind === 'PRIVATE';
}
