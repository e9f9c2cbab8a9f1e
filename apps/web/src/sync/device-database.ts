import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A message that this device has not yet seen confirmed. */
export interface StoredSend {
  nonce: string;
  channelId: string;
  /** The message it answers; absent for one of the timeline. */
  parentId?: string | undefined;
  /** A reply that is to stand in the channel's timeline too. */
  alsoToChannel?: boolean | undefined;
  body: string;
  /** Orders what waits, over all tabs: milliseconds, made to rise with each entry. */
  order: number;
  /** Why the server refused it for good; absent while it waits. */
  failure?: { reason: string; message: string } | undefined;
}

export interface StoredDraft {
  /** The conversation's `talkKey`; of a timeline, the channel's id. */
  channelId: string;
  body: string;
  updatedAt: number;
  /** The version of it that the server is known to have; absent while it has none. */
  version?: number | undefined;
  /** What that version says. */
  saved?: string | undefined;
}

interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: StoredSend };
  drafts: { key: string; value: StoredDraft };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/** What this device keeps for one person: unsent messages and drafts. Rejects where the browser forbids storing. */
export async function openDeviceDatabase(userId: string): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>(`parley-${userId}`, 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'nonce' });
      database.createObjectStore('drafts', { keyPath: 'channelId' });
    },
    blocking(_current, _wanted, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}
