import type { AppRouter } from '@parley/api/root';
import type { Message } from '@parley/realtime/shapes';
import type { QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { Api, ApiOutput } from '../trpc/trpc.ts';
import { Arrivals } from './arrivals.ts';
import { InOrder } from './in-order.ts';

export type PinnedMessages = ApiOutput['message']['pinned'];

export interface PinsOptions {
  api: Api;
  queryClient: QueryClient;
  onSet(message: Message): void;
  onRefused(error: unknown): void;
}

/** No channel has more. */
export const pinnedInput = (channelId: string) => ({ channelId, limit: 100 });

/** The lists of what is pinned in channels: the only place that writes them. */
export class Pins {
  readonly #options: PinsOptions;
  readonly #trpc: TRPCOptionsProxy<AppRouter>;
  readonly #pinning = new InOrder();
  readonly #changes = new Arrivals<Message>();

  constructor(options: PinsOptions) {
    this.#options = options;
    this.#trpc = createTRPCOptionsProxy<AppRouter>({ client: options.api, queryClient: options.queryClient });
  }

  /** Reads a channel's list, and puts in what changed while it was on its way. The query function of a list. */
  async load(channelId: string): Promise<PinnedMessages> {
    const { pinned } = this.#options.api.message;
    const { answer, arrived } = await this.#changes.during(() => pinned.query(pinnedInput(channelId)));
    return arrived.filter((message) => message.channelId === channelId).reduce(pinnedWith, answer);
  }

  /** Pins a message for everybody in its channel, or takes the pin away; refused, it is said why. */
  async set(message: Message, pinned: boolean): Promise<void> {
    const { api, onSet, onRefused } = this.#options;
    try {
      const call = pinned ? api.message.pin : api.message.unpin;
      onSet(await this.#pinning.ask(message.id, () => call.mutate({ id: message.id })));
    } catch (error) {
      onRefused(error);
    }
  }

  /** A message changed: its channel's list has it, or has it no longer. */
  upsert(message: Message): void {
    this.#changes.note(message);
    const queryKey = this.#trpc.message.pinned.queryKey(pinnedInput(message.channelId));
    this.#options.queryClient.setQueryData(queryKey, (list) => list && pinnedWith(list, message));
  }

  /** Pins may have changed unheard. */
  forget(channelId: string): void {
    void this.#options.queryClient.invalidateQueries({
      queryKey: this.#trpc.message.pinned.queryKey(pinnedInput(channelId)),
    });
  }
}

/** The list with a message as it is now, the latest pin first; the same list when that changes nothing. */
export function pinnedWith(list: PinnedMessages, message: Message): PinnedMessages {
  const known = list.items.find((other) => other.id === message.id);
  if (known ? known.changeSeq >= message.changeSeq : message.pinnedAt === null) return list;
  const others = list.items.filter((other) => other !== known);
  if (message.pinnedAt === null) return { ...list, items: others };
  const items = [message, ...others].toSorted((one, other) => compare(other.pinnedAt, one.pinnedAt));
  return { ...list, items };
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : Number((one ?? '') > (other ?? ''));
}
