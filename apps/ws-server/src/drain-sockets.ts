import { setTimeout as pause } from 'node:timers/promises';
import { RESTARTING } from './close-codes.ts';
import type { Connection } from './socket/connection.ts';
import { RECONNECT_FRAME } from './wire/answers.ts';

const STEP_MS = 50;
/** So many sockets are asked to leave in a step, unless there are too many for the time given. */
const PER_STEP = 25;
/** A socket that was asked to leave is closed after so long, but for calls that are under way. */
const GRACE_MS = 1_000;
/** Before the time is up, calls are not waited for any more. */
const LAST_MS = 1_000;
const LAST_TURNS = 100;
/** The part of the time that is for asking. */
const TELLING_SHARE = 0.4;

/**
 * Empties a server: asks clients in small groups to come back elsewhere, so that they do not all come at once, closes
 * those that stay, and breaks off what is left after `ms` milliseconds. `connections` shrinks as sockets close.
 */
export async function drainSockets(connections: ReadonlySet<Connection>, ms: number): Promise<void> {
  const deadline = performance.now() + ms;
  const toldAt = new Map<Connection, number>();
  const perStep = Math.max(PER_STEP, Math.ceil((connections.size * STEP_MS) / (ms * TELLING_SHARE)));
  while (connections.size > 0 && performance.now() < deadline) {
    const last = deadline - performance.now() <= LAST_MS;
    const untold = [...connections].filter((connection) => !toldAt.has(connection));
    for (const connection of pickAtRandom(untold, last ? untold.length : perStep)) {
      toldAt.set(connection, performance.now());
      connection.send(RECONNECT_FRAME);
    }
    for (const connection of connections) {
      if (last || mayClose(connection, toldAt.get(connection))) connection.close(RESTARTING);
    }
    await pause(STEP_MS * (0.5 + Math.random()));
  }
  await breakOff(connections);
}

function mayClose({ calls }: Connection, toldAt: number | undefined): boolean {
  return toldAt !== undefined && performance.now() - toldAt >= GRACE_MS && calls.underWay === 0;
}

/** A broken-off socket is gone within a few turns of the event loop. */
async function breakOff(connections: ReadonlySet<Connection>): Promise<void> {
  for (const connection of connections) connection.terminate();
  for (let turn = 0; connections.size > 0 && turn < LAST_TURNS; turn += 1) await pause(1);
}

function pickAtRandom<T>(items: T[], count: number): T[] {
  return Array.from({ length: Math.min(count, items.length) }, () => {
    const index = Math.floor(Math.random() * items.length);
    const [item] = items.splice(index, 1);
    return item;
  }).filter((item) => item !== undefined);
}
