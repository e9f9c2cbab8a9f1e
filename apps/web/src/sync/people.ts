import type { User } from '@parley/realtime/shapes';

/** The people whom this browser has heard of, so that a mention can be shown by name. */
export class People {
  readonly #known = new Map<string, User>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** Remembers people as they were last seen. */
  remember(users: Iterable<User>): void {
    let changed = false;
    for (const user of users) {
      const known = this.#known.get(user.id);
      if (known === user || (known && sameFace(known, user))) continue;
      this.#known.set(user.id, user);
      changed = true;
    }
    if (!changed) return;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  get(userId: string): User | undefined {
    return this.#known.get(userId);
  }

  /** Rises when anybody new or changed was remembered. */
  get version(): number {
    return this.#version;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function sameFace(one: User, other: User): boolean {
  return one.displayName === other.displayName && one.avatarUrl === other.avatarUrl && one.handle === other.handle;
}
