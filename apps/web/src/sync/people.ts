import type { User } from '@parley/realtime/shapes';

/** The people whom this browser has heard of, so that a mention can be shown by name. */
export class People {
  readonly #ask: (userId: string) => Promise<User>;
  readonly #known = new Map<string, User>();
  readonly #asked = new Set<string>();
  readonly #listeners = new Set<() => void>();

  /** `ask` answers a person that was not heard of; it rejects for one whom the viewer may not know. */
  constructor(ask: (userId: string) => Promise<User>) {
    this.#ask = ask;
  }

  /** Remembers people as they were last seen. */
  remember(users: Iterable<User>): void {
    if (this.note(users)) for (const listener of this.#listeners) listener();
  }

  /** Remembers people before anything is drawn that shows them: tells nobody. Answers whether there was news. */
  note(users: Iterable<User>): boolean {
    let changed = false;
    for (const user of users) {
      const known = this.#known.get(user.id);
      if (known === user || (known && sameFace(known, user))) continue;
      this.#known.set(user.id, user);
      changed = true;
    }
    return changed;
  }

  /** Asks the server for a person who was not heard of; once. */
  lookUp(userId: string): void {
    if (this.#known.has(userId) || this.#asked.has(userId)) return;
    this.#asked.add(userId);
    void this.#ask(userId).then(
      (user) => this.remember([user]),
      () => undefined,
    );
  }

  get(userId: string): User | undefined {
    return this.#known.get(userId);
  }

  /** Somebody who is heard of, by the handle. */
  withHandle(handle: string): User | undefined {
    const wanted = handle.toLowerCase();
    return [...this.#known.values()].find((user) => user.handle === wanted && user.deactivatedAt === null);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const shown = ['displayName', 'avatarUrl', 'handle', 'title', 'timezone', 'deactivatedAt'] as const;
const shownOfStatus = ['emoji', 'text', 'expiresAt'] as const;

function sameFace(one: User, other: User): boolean {
  return (
    shown.every((field) => one[field] === other[field]) &&
    shownOfStatus.every((field) => one.status?.[field] === other.status?.[field])
  );
}
