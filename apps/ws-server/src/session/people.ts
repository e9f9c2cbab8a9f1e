import type { Subscription } from '@parley/realtime/bus';
import type { Hub } from '@parley/realtime/hub';
import { userSignalSchema } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { SESSION_ENDED } from '../close-codes.ts';
import type { Connection } from '../socket/connection.ts';

interface Person {
  /** Places taken by sockets that are open or being opened. */
  places: number;
  readonly connections: Set<Connection>;
  subscription: Subscription | null;
}

/** The people with sockets on this server: how many they have, and the word that ends their sessions. */
export class People {
  readonly #hub: Hub;
  readonly #maxPlaces: number;
  readonly #people = new Map<string, Person>();

  constructor(hub: Hub, maxPlaces: number) {
    this.#hub = hub;
    this.#maxPlaces = maxPlaces;
  }

  /** Takes a place for one more socket. False when the person has all they may have. */
  takePlace(userId: string): boolean {
    const person = this.#people.get(userId) ?? { places: 0, connections: new Set(), subscription: null };
    if (person.places >= this.#maxPlaces) return false;
    person.places += 1;
    this.#people.set(userId, person);
    return true;
  }

  /** Gives back a place whose socket never opened. */
  givePlaceBack(userId: string): void {
    const person = this.#people.get(userId);
    if (!person) return;
    person.places -= 1;
    if (person.places > 0) return;
    person.subscription?.close();
    this.#people.delete(userId);
  }

  /** A socket sits down on the place taken for it: from here on it ends when its session does. */
  enter(connection: Connection, userId: string): void {
    const person = this.#people.get(userId);
    if (!person) return;
    person.connections.add(connection);
    person.subscription ??= this.#hub.listen(userTopic(userId), (payload) => this.#onSignal(person, payload));
  }

  /** A socket that had entered is closed. */
  leave(connection: Connection, userId: string): void {
    if (this.#people.get(userId)?.connections.delete(connection)) this.givePlaceBack(userId);
  }

  #onSignal(person: Person, payload: string): void {
    // Most of what concerns a person is not this, and not worth parsing here.
    if (!payload.includes('"signedOut"')) return;
    const { data: signal } = userSignalSchema.safeParse(JSON.parse(payload));
    if (signal?.type !== 'signedOut') return;
    const { sessionIds } = signal;
    for (const connection of person.connections) {
      const sessionId = connection.identity?.sessionId;
      if (sessionIds === 'all' || (sessionId !== undefined && sessionIds.includes(sessionId))) {
        connection.close(SESSION_ENDED);
      }
    }
  }
}
