import { mergeStatus } from '../presence/merge-status.ts';
import {
  MAX_DEVICES,
  type Presence,
  type PresenceBeat,
  type PresenceDevice,
  type PresenceOptions,
} from '../presence/presence.ts';
import type { PresenceChange, PresenceStatus } from '../signals.ts';
import { presenceTopic } from '../topics.ts';

/** People who are away and whose last activity is still known. */
const MAX_REMEMBERED = 100_000;

interface Device {
  status: 'ONLINE' | 'AWAY';
  /** By a clock that nobody sets, in milliseconds. */
  beatAt: number;
}

interface Person {
  /** The one silent the longest first. */
  devices: Map<string, Device>;
  status: PresenceStatus;
  lastActiveAt: number | null;
}

/** Presence for one process. */
export function createMemoryPresence(options: PresenceOptions): Presence {
  return new MemoryPresence(options);
}

class MemoryPresence implements Presence {
  readonly #publish: PresenceOptions['publish'];
  readonly #silentAfterMs: number;
  readonly #people = new Map<string, Person>();
  readonly #sweeper: NodeJS.Timeout;

  constructor({ publish, silentAfterMs = 30_000, sweepEveryMs = 3_000 }: PresenceOptions) {
    this.#publish = publish;
    this.#silentAfterMs = silentAfterMs;
    this.#sweeper = setInterval(() => this.#sweep(), sweepEveryMs).unref();
  }

  async beat({ userId, deviceId, status }: PresenceBeat): Promise<void> {
    const person = this.#people.get(userId) ?? { devices: new Map(), status: 'OFFLINE', lastActiveAt: null };
    const beatAt = performance.now();
    person.devices.delete(deviceId);
    person.devices.set(deviceId, { status, beatAt });
    if (status === 'ONLINE') person.lastActiveAt = Date.now();
    this.#people.delete(userId);
    this.#people.set(userId, person);
    this.#settle(userId, person);
  }

  async leave({ userId, deviceId }: PresenceDevice): Promise<void> {
    const person = this.#people.get(userId);
    if (!person) return;
    person.devices.delete(deviceId);
    this.#settle(userId, person);
  }

  async read(userIds: readonly string[]): Promise<PresenceChange[]> {
    return userIds.map((userId) => viewOf(userId, this.#people.get(userId)));
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    this.#people.clear();
  }

  #sweep(): void {
    for (const [userId, person] of this.#people) {
      if (person.devices.size > 0) this.#settle(userId, person);
      else if (this.#people.size > MAX_REMEMBERED) this.#people.delete(userId);
    }
  }

  /** Lets silent and surplus devices go, and tells when the person's state has changed by it. */
  #settle(userId: string, person: Person): void {
    const silentSince = performance.now() - this.#silentAfterMs;
    for (const [deviceId, { beatAt }] of person.devices) {
      if (beatAt > silentSince && person.devices.size <= MAX_DEVICES) break;
      person.devices.delete(deviceId);
    }
    const status = mergeStatus([...person.devices.values()].map((device) => device.status));
    if (status === person.status) return;
    person.status = status;
    this.#publish(presenceTopic(userId), JSON.stringify(viewOf(userId, person)));
  }
}

function viewOf(userId: string, person: Person | undefined): PresenceChange {
  const lastActiveAt = person?.lastActiveAt ?? null;
  return {
    userId,
    status: person?.status ?? 'OFFLINE',
    lastActiveAt: lastActiveAt === null ? null : new Date(lastActiveAt).toISOString(),
  };
}
