import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../plan/seeded-random.ts';
import type { Recorder } from '../record/recorder.ts';
import { seenMessage } from '../record/seen-message.ts';
import { apiOf } from './api.ts';
import type { Person } from './person.ts';

const PAUSE_MS = { from: 100, to: 500 };
const PAGE = 50;

export interface PollerOptions {
  readonly person: Person;
  readonly channelIds: readonly string[];
  readonly origins: readonly string[];
  readonly random: SeededRandom;
  readonly recorder: Recorder;
  /** Aborts when the run is over. */
  readonly signal: AbortSignal;
}

/** Asks for the newest page of some channel at some web server, again and again. An answer that does not come says nothing. */
export async function poll({ person, channelIds, origins, random, recorder, signal }: PollerOptions): Promise<void> {
  while (!signal.aborted) {
    await pause(random.between(PAUSE_MS.from, PAUSE_MS.to));
    const channelId = random.pick(channelIds);
    const api = apiOf(person, random.pick(origins));
    const from = performance.now();
    try {
      const { items } = await api.message.list.query(
        { channelId, limit: PAGE },
        { signal: AbortSignal.timeout(5_000) },
      );
      recorder.polls.push({
        ...{ userId: person.userId, channelId, from },
        to: performance.now(),
        messages: items.map(seenMessage),
      });
    } catch {
      // The server is down: others ask too.
    }
  }
}
