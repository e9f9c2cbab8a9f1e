import type { ChannelSignal } from '@parley/realtime/signals';
import type { Unsubscribable } from '@trpc/server/observable';
import type { Api } from '../trpc/trpc.ts';

type Listener = (signal: ChannelSignal) => void;

interface Heard {
  readonly listeners: Set<Listener>;
  readonly subscription: Unsubscribable;
}

const byApi = new WeakMap<Api, Map<string, Heard>>();

/** Calls `listener` with what passes in a channel: one subscription for all who listen. Returns what ends it. */
export function onChannelSignal(api: Api, channelId: string, listener: Listener): () => void {
  const channels = byApi.get(api) ?? new Map<string, Heard>();
  byApi.set(api, channels);
  const heard = channels.get(channelId) ?? listen(api, channelId);
  channels.set(channelId, heard);
  heard.listeners.add(listener);
  return () => {
    heard.listeners.delete(listener);
    if (heard.listeners.size > 0 || channels.get(channelId) !== heard) return;
    channels.delete(channelId);
    heard.subscription.unsubscribe();
  };
}

function listen(api: Api, channelId: string): Heard {
  const listeners = new Set<Listener>();
  const onData = (signal: ChannelSignal): void => {
    for (const listener of [...listeners]) listener(signal);
  };
  return { listeners, subscription: api.channel.onSignal.subscribe({ channelId }, { onData }) };
}
