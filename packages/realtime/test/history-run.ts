import { setImmediate as turn } from 'node:timers/promises';
import { openChannelStream } from '../src/channel-stream.ts';
import { CHANNEL_STREAM_LIMITS } from '../src/channel-stream-options.ts';
import { createHub } from '../src/create-hub.ts';
import type { EncodedEvent } from '../src/encoded-event.ts';
import { isStreamEnded } from '../src/event-stream.ts';
import { createMemoryBus } from '../src/memory/memory-bus.ts';
import { CHANNEL_ID, DATABASE_AWAY, FakeChannel } from './fake-channel.ts';
import { type Change, type Disturbance, type Schedule, type Step, VIEWERS } from './history-schedule.ts';
import { interruptible } from './interruptible-bus.ts';
import { RecordingSink } from './recording-sink.ts';
import { until } from './until.ts';

/** How long a healed reader may take, in milliseconds. */
const PATIENCE_MS = 4_000;

interface Reader {
  viewerId: string;
  sink: RecordingSink;
  last: number;
  ended: boolean;
  stop: () => void;
}

/** Plays a schedule of writers, readers, lost hints and failures, and collects what must never be. */
export class HistoryRun {
  readonly wrong: string[] = [];
  readonly #schedule: Schedule;
  readonly #channel = new FakeChannel(VIEWERS);
  readonly #bus = interruptible(createMemoryBus(this.#report.bind(this)));
  readonly #hub = createHub({ bus: this.#bus.bus, reportError: this.#report.bind(this), lingerMs: 0, reorderMs: 1 });
  readonly #readers: Reader[] = VIEWERS.map((viewerId) => this.#newReader(viewerId));
  readonly #removedAt = new Map<string, number>();
  readonly #late: EncodedEvent[] = [];

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    let read = 0;
    this.#channel.delay = async () => {
      const turns = schedule.readTurns[read++ % schedule.readTurns.length] ?? 0;
      for (let count = 0; count < turns; count += 1) await turn();
    };
    const readHeads = async () => new Map([[CHANNEL_ID, this.#channel.head]]);
    const readChanges = (_id: string, after: number, limit: number) => this.#channel.readForAll(after, limit);
    this.#hub.startCheck({ everyMs: 60_000, readHeads, ...(schedule.shared ? { readChanges } : {}) });
  }

  /** Plays everything, heals everything, waits until all is quiet, and compares. */
  async play(): Promise<void> {
    for (const reader of this.#readers) this.#open(reader);
    for (const step of this.#schedule.steps) await this.#take(step);
    this.#channel.failures = 0;
    for (const event of this.#late.splice(0).reverse()) this.#tell(event);
    for (const reader of this.#readers) await this.#finish(reader);
    for (const reader of this.#readers) reader.stop();
    this.#hub.close();
  }

  async #finish(reader: Reader): Promise<void> {
    reader.sink.unblock();
    const { viewerId } = reader;
    if (!this.#channel.isMember(viewerId)) {
      await until(`the stream of ${viewerId} ended`, () => this.#nudge() && reader.ended, PATIENCE_MS);
      return;
    }
    const newest = () => this.#channel.after(0).at(-1)?.seq ?? 0;
    await until(
      `${viewerId} has everything`,
      () => {
        if (reader.ended) this.#open(reader);
        return this.#nudge() && reader.last >= newest();
      },
      PATIENCE_MS,
    );
    const seen = new Set(reader.sink.seqs);
    for (const { seq } of this.#channel.after(0)) if (!seen.has(seq)) this.wrong.push(`${viewerId} lost ${seq}`);
  }

  #nudge(): boolean {
    this.#bus.interrupt();
    return true;
  }

  async #take(step: Step): Promise<void> {
    if (step.kind === 'rest') for (let count = 0; count < step.turns; count += 1) await turn();
    else if (step.kind === 'check') this.#bus.interrupt();
    else if (step.kind === 'fail') this.#channel.failures += step.reads;
    else if ('fate' in step) this.#change(step);
    else this.#disturb(step);
  }

  #disturb({ kind, who }: Disturbance): void {
    const reader = this.#readers[who];
    if (!reader) return;
    if (kind === 'reopen') this.#open(reader);
    else if (kind === 'block') reader.sink.block();
    else reader.sink.unblock();
  }

  #change(step: Change): void {
    const event = this.#commit(step);
    if (!event || step.fate === 'lost') return;
    if (step.fate === 'late') {
      this.#late.push(event);
      return;
    }
    this.#tell(event);
    if (step.fate === 'twice') this.#tell(event);
    if (this.#late.length > 2) for (const late of this.#late.splice(0).reverse()) this.#tell(late);
  }

  #commit(step: Change): EncodedEvent | null {
    const channel = this.#channel;
    switch (step.kind) {
      case 'send':
        return channel.send();
      case 'edit':
        return channel.edit(step.pick);
      case 'vanish':
        return channel.vanish();
      case 'leave':
      case 'join':
        return this.#move(step.kind, VIEWERS[step.who] ?? '');
    }
  }

  #move(kind: 'leave' | 'join', viewerId: string): EncodedEvent | null {
    if (this.#channel.isMember(viewerId) !== (kind === 'leave')) return null;
    if (kind === 'join') return this.#channel.join(viewerId);
    this.#removedAt.set(viewerId, this.#channel.head + 1);
    return this.#channel.leave(viewerId);
  }

  #tell(event: EncodedEvent): void {
    this.#hub.publishChannel(CHANNEL_ID, event);
  }

  #newReader(viewerId: string): Reader {
    const reader: Reader = { viewerId, sink: new RecordingSink(), last: 0, ended: true, stop: () => undefined };
    reader.sink.onWrite = (event) => this.#onWrite(reader, event);
    return reader;
  }

  #open(reader: Reader): void {
    const { viewerId, sink } = reader;
    reader.stop();
    const abort = new AbortController();
    const { queue, page } = this.#schedule;
    const stream = openChannelStream({
      hub: this.#hub,
      channelId: CHANNEL_ID,
      viewerId,
      lastSeq: reader.last,
      readChanges: (after, limit) => this.#channel.readChanges(viewerId, after, limit),
      readHead: () => this.#channel.readHead(viewerId),
      limits: { ...CHANNEL_STREAM_LIMITS, queue, page, retry: { first: 1, longest: 2 } },
    });
    reader.ended = false;
    reader.stop = () => abort.abort();
    stream.pipe(sink, abort.signal).catch((error: unknown) => {
      reader.ended = true;
      if (!isStreamEnded(error) || error.reason !== 'NOT_FOUND') this.wrong.push(`${viewerId} ended: ${String(error)}`);
    });
  }

  #onWrite(reader: Reader, event: EncodedEvent): void {
    const { viewerId, last } = reader;
    if (event.seq <= last) this.wrong.push(`${viewerId} got ${event.seq} after ${last}`);
    if (event.json !== this.#channel.history.get(event.seq)?.json) this.wrong.push(`${event.seq} is not what it was`);
    const removedAt = this.#removedAt.get(viewerId) ?? Number.POSITIVE_INFINITY;
    if (!this.#channel.isMember(viewerId) && event.seq >= removedAt) {
      this.wrong.push(`${viewerId} got ${event.seq}, removed at ${removedAt}`);
    }
    reader.last = event.seq;
  }

  #report(error: unknown, where: string): void {
    if (error !== DATABASE_AWAY) this.wrong.push(`Trouble in ${where}: ${String(error)}`);
  }
}
