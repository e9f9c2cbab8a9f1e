import type { DeviceDatabase, StoredSend } from './device-database.ts';

/** Where messages wait that are not yet confirmed. */
export interface SendStore {
  all(): Promise<StoredSend[]>;
  put(entry: StoredSend): Promise<void>;
  remove(nonce: string): Promise<void>;
}

/** In the browser's database, so that a reload or a crash loses nothing. */
export function databaseSendStore(database: DeviceDatabase): SendStore {
  return {
    all: () => database.getAll('outbox'),
    put: async (entry) => {
      await database.put('outbox', entry);
    },
    remove: (nonce) => database.delete('outbox', nonce),
  };
}

/** In memory, where the browser forbids storing: until the page is closed. */
export function memorySendStore(): SendStore {
  const entries = new Map<string, StoredSend>();
  return {
    all: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.nonce, entry),
    remove: async (nonce) => void entries.delete(nonce),
  };
}

/** A store that is opened when it is first needed. */
export function lateSendStore(open: () => Promise<SendStore>): SendStore {
  let store: Promise<SendStore> | null = null;
  const opened = () => {
    store ??= open();
    return store;
  };
  return {
    all: async () => (await opened()).all(),
    put: async (entry) => (await opened()).put(entry),
    remove: async (nonce) => (await opened()).remove(nonce),
  };
}
