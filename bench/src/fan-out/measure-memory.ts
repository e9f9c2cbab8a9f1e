import { setTimeout as pause } from 'node:timers/promises';
import type { CrowdedChannel } from '../scene/crowded-channel.ts';
import type { Audience } from './contestant.ts';

/** These are let in first, so that what is loaded and compiled once is not counted for each. */
const FIRST = 50;
const SETTLE_MS = 1_500;

/** Lets `count` sockets in, and answers what each of them costs the server while nothing happens, in bytes. */
export async function measureMemory(audience: Audience, count: number, channel: CrowdedChannel): Promise<number> {
  await audience.letIn(FIRST, channel);
  const before = await settledMemory(audience);
  await audience.letIn(count - FIRST, channel);
  const after = await settledMemory(audience);
  return (after - before) / (count - FIRST);
}

async function settledMemory({ contestant: { server } }: Audience): Promise<number> {
  await pause(SETTLE_MS);
  await server.usage({ collect: true });
  await pause(SETTLE_MS);
  return (await server.usage({ collect: true })).rssBytes;
}
