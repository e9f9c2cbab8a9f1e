import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../process/until.ts';
import type { Lateness } from '../programs/crowd.ts';
import { sharedNow, timedBody } from '../scene/sample-message.ts';
import type { Audience } from './contestant.ts';

const EVERY_MS = 50;
const DRAIN_MS = 20_000;

/** Sends 20 messages a second for `ms` milliseconds and measures how late each comes to each, from the moment it was due. */
export async function measureLatency(
  audience: Audience,
  ms: number,
  send: (body: string) => unknown,
): Promise<Lateness> {
  const { crowd, size } = audience;
  const before = await crowd.ask('count', null);
  await crowd.ask('startTiming', null);
  const count = Math.floor(ms / EVERY_MS);
  const start = sharedNow() + EVERY_MS;
  const sent: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = start + index * EVERY_MS;
    await pause(Math.max(0, due - sharedNow()));
    sent.push(send(timedBody(due)));
  }
  await Promise.all(sent);
  const expected = before + count * size;
  await until('every message came', async () => (await crowd.ask('count', null)) >= expected, DRAIN_MS);
  return crowd.ask('stopTiming', null);
}
