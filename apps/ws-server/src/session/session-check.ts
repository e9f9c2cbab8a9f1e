import { SESSION_ENDED } from '../close-codes.ts';
import type { Connection } from '../socket/connection.ts';
import type { SocketSessions } from './socket-sessions.ts';

/** Asks the database for the sessions of open sockets, a few at each beat: the word that ends one may have been lost. */
export class SessionCheck {
  readonly #findLive: SocketSessions['findLive'];
  readonly #everyMs: number;
  #running: Promise<void> | null = null;

  constructor(findLive: SocketSessions['findLive'], everyMs: number) {
    this.#findLive = findLive;
    this.#everyMs = everyMs;
  }

  /** Closes those whose turn it is and whose session is no more. Does nothing while the last question is open. */
  beat(now: number, connections: Iterable<Connection>): void {
    if (this.#running) return;
    const due = [...connections].filter(({ closed, identity, recheckAt }) => !closed && identity && now >= recheckAt);
    if (due.length === 0) return;
    this.#running = this.#check(due, now)
      // The database does not answer: they stay due, and nobody is signed out by that.
      .catch(() => undefined)
      .finally(() => {
        this.#running = null;
      });
  }

  async #check(due: readonly Connection[], now: number): Promise<void> {
    const sessionIds = new Set(due.flatMap(({ identity }) => identity?.sessionId ?? []));
    const live = await this.#findLive([...sessionIds]);
    for (const connection of due) {
      connection.recheckAt = now + this.#everyMs;
      if (connection.identity && !live.has(connection.identity.sessionId)) connection.close(SESSION_ENDED);
    }
  }
}
