export type Transport = 'socket' | 'events';

export interface SocketTrial {
  /** Something was heard on a socket since the page was opened. */
  heardBefore: boolean;
  /** How long there has been nothing, in milliseconds. */
  silentFor: number;
  /** The browser says that there is a network. */
  online: boolean;
}

/** A socket that never spoke is given up soon; one that did is a server that restarts, and gets its time. */
const PATIENCE = { never: 8_000, before: 25_000 };

/** How long until sockets are tried again, by how often that failed. */
const RETRIALS = [60_000, 120_000, 300_000, 600_000];

/** Whether it is time to ask if HTTP works where the socket does not. */
export function socketSeemsBlocked({ heardBefore, silentFor, online }: SocketTrial): boolean {
  return online && silentFor >= (heardBefore ? PATIENCE.before : PATIENCE.never);
}

/** When to try a socket again while events come over HTTP, in milliseconds. */
export function nextTrial(failedTrials: number, random: () => number = Math.random): number {
  const wait = RETRIALS[Math.min(failedTrials, RETRIALS.length - 1)] ?? 600_000;
  return Math.round(wait * (0.75 + random() / 2));
}
