import type { History, Stream } from '../record/history.ts';

/** One delivery to a reader who was subscribed from the acknowledgement on. */
export interface Lateness {
  readonly seq: number;
  readonly acknowledgedAt: number;
  /** Milliseconds from acknowledgement to delivery; infinite when it never came. */
  readonly ms: number;
}

/** Whether the reader was subscribed all the time from `from` to `to`. */
export function wasConnected({ spans }: Stream, from: number, to: number): boolean {
  return spans.some((span) => span.from <= from && (span.to ?? Number.POSITIVE_INFINITY) >= to);
}

/** When each number of each channel was acknowledged: channel id, then number. */
export function acknowledgements(history: History): Map<string, Map<number, number>> {
  const all = new Map<string, Map<number, number>>();
  for (const { channelId, outcome } of history.sends) {
    if (outcome?.kind !== 'ok') continue;
    const channel = all.get(channelId) ?? new Map<number, number>();
    channel.set(outcome.seq, outcome.at);
    all.set(channelId, channel);
  }
  return all;
}

/** How late each acknowledged message came to a reader who was connected all the while. Before its acknowledgement counts as 0. */
export function latenesses(history: History): Lateness[] {
  const acknowledged = acknowledgements(history);
  return history.streams.flatMap((stream) => {
    const times = acknowledged.get(stream.channelId) ?? new Map<number, number>();
    return stream.deliveries.flatMap(({ at, seq }) => {
      const acknowledgedAt = times.get(seq);
      if (acknowledgedAt === undefined || !wasConnected(stream, Math.min(acknowledgedAt, at), at)) return [];
      return [{ seq, acknowledgedAt, ms: Math.max(0, at - acknowledgedAt) }];
    });
  });
}
