import { setTimeout as pause } from 'node:timers/promises';
import type { PlannedRemoval } from '../plan/plan-faults.ts';
import type { MembershipChange } from '../record/history.ts';
import type { Recorder } from '../record/recorder.ts';
import { membershipRow } from '../scene/membership-row.ts';
import { type Api, apiOf } from './api.ts';
import type { Person } from './person.ts';
import type { Reader } from './reader.ts';

const RETRY_MS = 200;
const GIVE_UP_MS = 60_000;

export interface DoorkeeperOptions {
  readonly owner: Person;
  readonly readers: readonly Reader[];
  readonly origins: readonly string[];
  readonly recorder: Recorder;
}

type Place = Pick<MembershipChange, 'channelId' | 'userId'>;

/** Takes readers out of channels and lets them in again, as the plan says. */
export class Doorkeeper {
  readonly #options: DoorkeeperOptions;

  constructor(options: DoorkeeperOptions) {
    this.#options = options;
  }

  /** Resolves when the reader is in again. */
  async removeAndAdd({ reader: index, channel, after, messagesAway }: PlannedRemoval): Promise<void> {
    const { readers, recorder } = this.#options;
    const reader = readers[index];
    const stream = reader?.streams[channel % reader.streams.length];
    if (!reader || !stream) throw new Error('There is no such reader to remove.');
    const place = { channelId: stream.channelId, userId: reader.person.userId };

    await recorder.whenSettled(after);
    await this.#change('removed', place, (api) => api.channel.kick.mutate(place));
    await recorder.whenSettled(after + messagesAway);
    const { channelId, userId } = place;
    await this.#change('added', place, (api) => api.channel.addMembers.mutate({ channelId, userIds: [userId] }));
  }

  /** Asks until the database says that it is so. */
  async #change(kind: MembershipChange['kind'], place: Place, ask: (api: Api) => Promise<unknown>): Promise<void> {
    const { owner, origins, recorder } = this.#options;
    const invokedAt = performance.now();
    for (let attempt = 0; performance.now() - invokedAt < GIVE_UP_MS; attempt += 1) {
      await ask(apiOf(owner, origins[attempt % origins.length] ?? '')).catch(() => undefined);
      const { present, seq } = await membershipRow(place.channelId, place.userId);
      if (present === (kind === 'added')) {
        recorder.memberships.push({ ...place, kind, seq, invokedAt, doneAt: performance.now() });
        return;
      }
      await pause(RETRY_MS);
    }
    throw new Error(`A reader could not be ${kind} for ${GIVE_UP_MS / 1000} s.`);
  }
}
