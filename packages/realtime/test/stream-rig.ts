import { onTestFinished } from 'vitest';
import type { Bus } from '../src/bus.ts';
import { openChannelStream } from '../src/channel-stream.ts';
import { CHANNEL_STREAM_LIMITS, type ChannelStreamLimits } from '../src/channel-stream-options.ts';
import { createHub } from '../src/create-hub.ts';
import type { EncodedEvent } from '../src/encoded-event.ts';
import type { StreamEnded } from '../src/event-stream.ts';
import type { Hub } from '../src/hub.ts';
import { createMemoryBus } from '../src/memory/memory-bus.ts';
import { CHANNEL_ID, FakeChannel } from './fake-channel.ts';
import { RecordingSink } from './recording-sink.ts';

export const ADA = '0190a000-0000-7000-8000-00000000000a';
export const BOB = '0190a000-0000-7000-8000-00000000000b';

export interface StreamRig {
  bus: Bus;
  hub: Hub;
  channel: FakeChannel;
  /** Tells of a change, as a server does after COMMIT. */
  hint: (event: EncodedEvent) => void;
  /** Opens a stream and pipes it. */
  follow: (options: { viewerId?: string; lastSeq: number | null; limits?: Partial<ChannelStreamLimits> }) => Follower;
}

export interface Follower {
  sink: RecordingSink;
  /** Null after an abort, else what the stream threw. */
  ended: Promise<StreamEnded | null>;
  stop: () => void;
}

/** A channel, a bus without Redis, a hub, and streams over them. Waits and limits are short. */
export function createStreamRig(lingerMs = 0): StreamRig {
  const reportError = (error: unknown) => {
    throw error;
  };
  const bus = createMemoryBus(reportError);
  const hub = createHub({ bus, reportError, lingerMs, reorderMs: 2 });
  const channel = new FakeChannel([ADA, BOB]);
  const stops: (() => void)[] = [];
  onTestFinished(async () => {
    for (const stop of stops) stop();
    hub.close();
    await bus.close();
  });
  return {
    bus,
    hub,
    channel,
    hint: (event) => hub.publishChannel(CHANNEL_ID, event),
    follow({ viewerId = ADA, lastSeq, limits }) {
      const sink = new RecordingSink();
      const abort = new AbortController();
      const stream = openChannelStream({
        hub,
        channelId: CHANNEL_ID,
        viewerId,
        lastSeq,
        readChanges: (afterSeq, limit) => channel.readChanges(viewerId, afterSeq, limit),
        readHead: () => channel.readHead(viewerId),
        limits: { ...CHANNEL_STREAM_LIMITS, retry: { first: 1, longest: 4 }, ...limits },
      });
      const ended = stream.pipe(sink, abort.signal).then(
        () => null,
        (error: StreamEnded) => error,
      );
      stops.push(() => abort.abort());
      return { sink, ended, stop: () => abort.abort() };
    },
  };
}
