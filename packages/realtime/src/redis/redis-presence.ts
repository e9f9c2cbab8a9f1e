import { z } from 'zod';
import {
  MAX_DEVICES,
  type Presence,
  type PresenceBeat,
  type PresenceDevice,
  type PresenceOptions,
} from '../presence/presence.ts';
import type { ReportError } from '../report-error.ts';
import { type PresenceChange, type PresenceStatus, presenceStatusSchema } from '../signals.ts';
import { presenceTopic } from '../topics.ts';
import { PRESENCE_SHARDS, presenceDueKey, presenceKeys } from './presence-keys.ts';
import { BEAT_SCRIPT, DUE_SCRIPT, SETTLE_SCRIPT } from './presence-scripts.ts';
import type { RedisGate } from './redis-gate.ts';
import { runScript, type Script } from './run-script.ts';

/** How long a person's last activity is remembered. */
const KEEP_MS = 30 * 24 * 3_600_000;
/** People of one shard that one step of the sweep looks at, and how many steps at most. */
const SWEEP_LIMIT = 100;
const SWEEP_STEPS = 50;

/** What the scripts answer: the new status and when the person was last active, or null when nothing changed. */
const changeSchema = z.tuple([presenceStatusSchema, z.string()]).nullable();
const dueSchema = z.array(z.string());

export interface RedisPresenceOptions extends PresenceOptions {
  gate: RedisGate;
  reportError: ReportError;
}

/** Presence over all processes that share a Redis. Each change is told by the process whose script made it. */
export function createRedisPresence(options: RedisPresenceOptions): Presence {
  return new RedisPresence(options);
}

class RedisPresence implements Presence {
  readonly #gate: RedisGate;
  readonly #publish: PresenceOptions['publish'];
  readonly #reportError: ReportError;
  readonly #silentAfterMs: number;
  readonly #sweeper: NodeJS.Timeout;
  #sweeping = false;
  #failing = false;

  constructor({ gate, publish, reportError, silentAfterMs = 30_000, sweepEveryMs = 3_000 }: RedisPresenceOptions) {
    this.#gate = gate;
    this.#publish = publish;
    this.#reportError = reportError;
    this.#silentAfterMs = silentAfterMs;
    this.#sweeper = setInterval(() => void this.#sweep(), sweepEveryMs).unref();
  }

  beat({ userId, deviceId, status }: PresenceBeat): Promise<void> {
    return this.#forgive(() => this.#change(userId, BEAT_SCRIPT, [deviceId, status === 'ONLINE' ? 'O' : 'A']));
  }

  leave({ userId, deviceId }: PresenceDevice): Promise<void> {
    return this.#forgive(() => this.#change(userId, SETTLE_SCRIPT, [deviceId]));
  }

  async read(userIds: readonly string[]): Promise<PresenceChange[]> {
    const changes = userIds.map((userId): PresenceChange => ({ userId, status: 'OFFLINE', lastActiveAt: null }));
    await this.#forgive(async () => {
      const reads = userIds.map(async (userId, index) => {
        const { person } = presenceKeys(userId);
        const [status, active] = await this.#gate.run((client) => client.hmget(person, 'status', 'active'));
        changes[index] = viewOf(userId, presenceStatusSchema.parse(status ?? 'OFFLINE'), active ?? '');
      });
      await Promise.all(reads);
    });
    return changes;
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper);
  }

  /** Runs a script on a person and tells of the change that it made. */
  async #change(userId: string, lua: Script, args: string[]): Promise<void> {
    const { person, due } = presenceKeys(userId);
    const common = [userId, this.#silentAfterMs, MAX_DEVICES, KEEP_MS];
    const answer = await this.#gate.run((client) =>
      runScript(client, lua, { keys: [person, due], args: [...common, ...args] }),
    );
    const change = changeSchema.parse(answer);
    if (change) this.#publish(presenceTopic(userId), JSON.stringify(viewOf(userId, ...change)));
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    const shards = Array.from({ length: PRESENCE_SHARDS }, (_, shard) => this.#sweepShard(shard));
    await this.#forgive(() => Promise.all(shards));
    this.#sweeping = false;
  }

  async #sweepShard(shard: number): Promise<void> {
    for (let step = 0; step < SWEEP_STEPS; step += 1) {
      const answer = await this.#gate.run((client) =>
        runScript(client, DUE_SCRIPT, { keys: [presenceDueKey(shard)], args: [SWEEP_LIMIT] }),
      );
      const userIds = dueSchema.parse(answer);
      await Promise.all(userIds.map((userId) => this.#change(userId, SETTLE_SCRIPT, [])));
      if (userIds.length < SWEEP_LIMIT) return;
    }
  }

  /** Presence is a comfort: without Redis it is missing, and nothing else fails. Told once until it works again. */
  async #forgive(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#reportError(error, 'presence');
      this.#failing = true;
    }
  }
}

function viewOf(userId: string, status: PresenceStatus, active: string): PresenceChange {
  return { userId, status, lastActiveAt: active === '' ? null : new Date(Number(active)).toISOString() };
}
