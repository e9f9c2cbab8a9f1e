export type Transport = 'socket' | 'events';

export interface SocketTrial {
  /** Something was heard on a socket since the page was opened. */
  heardBefore: boolean;
  /** How long there has been nothing, in milliseconds. */
  silentFor: number;
  /** The browser says that there is a network. */
  online: boolean;
}

/**
 * How long a socket may be silent before HTTP is tried instead, in milliseconds. One that never spoke is given up before
 * anybody notices; one that did is a server that restarts, and gets its time.
 */
const PATIENCE = { never: 1_500, before: 25_000 };

/** How long until sockets are tried again, by how often that failed. */
const RETRIALS = [15_000, 60_000, 120_000, 300_000, 600_000];

/** Whether it is time to ask if HTTP works where the socket does not. */
export function socketSeemsBlocked({ heardBefore, silentFor, online }: SocketTrial): boolean {
  return online && silentFor >= patienceWith(heardBefore);
}

/** How long a socket may be silent, in milliseconds, by whether one was heard since the page was opened. */
export function patienceWith(heardBefore: boolean): number {
  return heardBefore ? PATIENCE.before : PATIENCE.never;
}

/** When to try a socket again while events come over HTTP, in milliseconds. */
export function nextTrial(failedTrials: number, random: () => number = Math.random): number {
  const wait = RETRIALS[Math.min(failedTrials, RETRIALS.length - 1)] ?? 600_000;
  return Math.round(wait * (0.75 + random() / 2));
}
