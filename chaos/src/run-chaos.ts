import { Doorkeeper } from './actors/doorkeeper.ts';
import { poll } from './actors/poller.ts';
import { Reader } from './actors/reader.ts';
import { write } from './actors/writer.ts';
import { checkHistory } from './check/check-history.ts';
import type { Violation } from './check/violation.ts';
import type { ChaosOptions } from './plan/chaos-options.ts';
import { type PlannedFault, planFaults, planRemovals } from './plan/plan-faults.ts';
import { SeededRandom } from './plan/seeded-random.ts';
import type { History } from './record/history.ts';
import { Recorder } from './record/recorder.ts';
import { readEnd } from './scene/read-end.ts';
import { type Scene, setScene } from './scene/set-scene.ts';
import { type Stage, startStage } from './stage/stage.ts';
import { until } from './stage/until.ts';

/** How long readers have to get everything after the last acknowledgement, in milliseconds. */
const CATCH_UP_MS = 5_000;
/** So many channels does each reader keep open. */
const CHANNELS_A_READER = 2;

/** What came of a run. */
export interface ChaosResult {
  readonly history: History;
  readonly violations: readonly Violation[];
  /** Processes that ended though nobody had planned it. */
  readonly crashes: readonly string[];
  /** Milliseconds from the first send to the last acknowledgement. */
  readonly durationMs: number;
  /** Milliseconds from the last acknowledgement until every reader had everything; null when that took too long. */
  readonly caughtUpMs: number | null;
}

/** Writes, reads and breaks things as the seed says, and holds what happened to the promises. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const stage = await startStage(options);
  try {
    const scene = await setScene(options, stage.webs[0].origin);
    const readers = openReaders(scene, stage);
    try {
      return await play(options, { stage, scene, readers });
    } finally {
      await Promise.all(readers.map((reader) => reader.close()));
    }
  } finally {
    await stage.stop();
  }
}

interface Cast {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly readers: readonly Reader[];
}

function openReaders({ readers }: Scene, { sockets }: Stage): Reader[] {
  const addresses = sockets.map(({ origin }) => `${origin.replace('http', 'ws')}/ws`);
  return readers.map((person, first) => new Reader({ person, sockets: addresses, first }));
}

async function play(options: ChaosOptions, cast: Cast): Promise<ChaosResult> {
  const { stage, scene, readers } = cast;
  const random = new SeededRandom(options.seed);
  const [faults, removals] = [planFaults(options, random.fork()), planRemovals(options, random.fork())];
  const recorder = new Recorder();
  await Promise.all(
    readers.flatMap((reader, index) => channelsOf(scene, index).map(({ id, startSeq }) => reader.read(id, startSeq))),
  );

  const origins = stage.webs.map(({ origin }) => origin);
  const channelIds = scene.channels.map(({ id }) => id);
  const over = new AbortController();
  const pollers = scene.writers.slice(0, 4).map((person) => {
    return poll({ person, channelIds, origins, random: random.fork(), recorder, signal: over.signal });
  });
  const doorkeeper = new Doorkeeper({ owner: scene.owner, readers, origins, recorder });
  const start = performance.now();
  const messages = Math.ceil(options.messages / options.writers);
  const everyMs = (options.writers / options.rate) * 1_000;
  await Promise.all([
    ...scene.writers.map((person) => {
      return write({ person, channelIds, origins, messages, everyMs, random: random.fork(), recorder });
    }),
    ...faults.map((fault) => breakAsPlanned(fault, { options, stage, recorder })),
    ...removals.map((removal) => doorkeeper.removeAndAdd(removal)),
  ]);
  const lastAt = performance.now();
  const caughtUpMs = await waitForReaders(recorder, readers, lastAt);
  const endedAt = performance.now();
  over.abort();
  await Promise.all(pollers);

  const { sends, memberships, polls } = recorder;
  const streams = readers.flatMap((reader) => reader.streams);
  const history = {
    sends,
    streams,
    memberships,
    polls,
    faults: recorder.faults,
    channels: await readEnd(scene, origins),
    endedAt,
  };
  return {
    history,
    violations: checkHistory(history),
    crashes: stage.crashes(),
    durationMs: lastAt - start,
    caughtUpMs,
  };
}

/** Two neighbouring channels, so that each channel has readers on both servers. */
function channelsOf({ channels }: Scene, index: number): Scene['channels'] {
  return Array.from(
    { length: CHANNELS_A_READER },
    (_, step) => channels[(Math.floor(index / 2) + step) % channels.length],
  ).filter((channel) => channel !== undefined);
}

async function breakAsPlanned(
  planned: PlannedFault,
  { options, stage, recorder }: { options: ChaosOptions; stage: Stage; recorder: Recorder },
): Promise<void> {
  await recorder.whenSettled(planned.after);
  options.say(`  after ${String(planned.after).padStart(5)} messages: ${planned.kind}, down ${planned.downMs} ms`);
  await stage.break(planned, recorder.faults);
}

/** Milliseconds until the last reader had everything that was acknowledged; null when the time was not enough. */
async function waitForReaders(recorder: Recorder, readers: readonly Reader[], from: number): Promise<number | null> {
  const heads = new Map<string, number>();
  for (const { channelId, outcome } of recorder.sends) {
    if (outcome?.kind === 'ok') heads.set(channelId, Math.max(outcome.seq, heads.get(channelId) ?? 0));
  }
  const streams = readers.flatMap((reader) => reader.streams);
  const isBehind = (stream: (typeof streams)[number]) => Reader.lastSeq(stream) < (heads.get(stream.channelId) ?? 0);
  try {
    await until('all readers have everything', () => !streams.some(isBehind), CATCH_UP_MS);
    return performance.now() - from;
  } catch {
    return null;
  }
}
