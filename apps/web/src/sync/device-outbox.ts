import type { Api } from '../trpc/trpc.ts';
import { exclusively } from './cross-tab.ts';
import type { DeviceDatabase } from './device-database.ts';
import { Outbox, type OutboxOptions } from './outbox.ts';
import { databaseSendStore, lateSendStore, memorySendStore } from './send-store.ts';

export interface DeviceOutboxOptions extends Pick<OutboxOptions, 'onSent' | 'announce'> {
  api: Api;
  viewerId: string;
  /** Null where the browser forbids storing. */
  database(): Promise<DeviceDatabase | null>;
}

/** What this device has still to send for a person, kept where it stays when the page is closed. */
export function deviceOutbox({ api, viewerId, database, ...options }: DeviceOutboxOptions): Outbox {
  return new Outbox({
    ...options,
    store: lateSendStore(async () => {
      const opened = await database();
      return opened ? databaseSendStore(opened) : memorySendStore();
    }),
    send: ({ order: _, failure: __, ...message }, signal) => api.message.send.mutate(message, { signal }),
    exclusive: (name, work) => exclusively(`${viewerId} ${name}`, work),
  });
}
