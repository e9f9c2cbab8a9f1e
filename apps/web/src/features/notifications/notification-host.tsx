'use client';

import type { Message } from '@parley/realtime/shapes';
import { showToast } from '@parley/ui/toast-store';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkKey, talkOf } from '../../sync/talk.ts';
import { useChannels } from '../../sync/use-channels.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { deviceNotifications, noteAsked, turnNotifications, wasAsked } from './device-notifications.ts';
import { type Notice, Notifier } from './notifier.ts';
import { showNotice } from './show-notice.ts';
import { TellingTab } from './telling-tab.ts';

interface Shown {
  readonly notification: Notification;
  readonly message: Message;
}

/** Tells of messages outside of the page while it is open, and takes back what was read. Draws nothing. */
export function NotificationHost() {
  const { me, workspace } = useSession();
  const { channels } = useChannels(workspace.id);
  const sync = useSync();
  const api = useTRPCClient();
  const shown = useRef(new Map<string, Shown>());
  const show = useEffectEvent((notice: Notice) => {
    const nameOf = (id: string): string => sync.people.get(id)?.displayName ?? 'someone';
    const notification = showNotice(notice, { slug: workspace.slug, viewerId: me.id, nameOf });
    shown.current.set(notice.message.id, { notification, message: notice.message });
  });
  useEffect(() => {
    const isSeenHere = (key: string, seq: number): boolean => {
      const { channelId, parentId } = talkOf(key);
      const place = parentId === null ? sync.channels.read(channelId)?.membership : sync.threads.place(parentId);
      return sync.attention.isOn(key) || (place?.lastReadSeq ?? 0) >= seq;
    };
    const tab = new TellingTab({ viewerId: me.id, isSeenHere });
    const notifier = new Notifier({
      readChannel: (channelId) => sync.channels.read(channelId),
      readMessage: (id) => api.message.get.query({ id }),
      mayTell: () => tab.tells && deviceNotifications() === 'on',
      isSeen: (message) => tab.isSeen({ id: message.id, key: keyOf(message), seq: message.seq }),
      show: (notice) => show(notice),
    });
    const off = sync.onInbox((event) => notifier.onInbox(event));
    return () => {
      off();
      tab.close();
    };
  }, [sync, api, me.id]);
  useEffect(() => {
    for (const [id, { notification, message }] of shown.current) {
      const read = channels.find((channel) => channel.id === message.channelId)?.membership?.lastReadSeq;
      if (read !== undefined && read < message.seq) continue;
      notification.close();
      shown.current.delete(id);
    }
  }, [channels]);
  useKindQuestion(channels.reduce((sum, { membership }) => sum + (membership?.mentions ?? 0), 0));
  return null;
}

/** The conversation that shows a message. */
function keyOf({ channelId, parentId, alsoToChannel }: Message): string {
  return talkKey({ channelId, parentId: alsoToChannel ? null : parentId });
}

/** Asks once whether the person wants to be told, when they come back to something that called them meanwhile. */
function useKindQuestion(mentions: number): void {
  const before = useRef(mentions);
  useEffect(() => {
    const more = mentions > before.current;
    before.current = mentions;
    if (!more || document.hasFocus() || wasAsked() || deviceNotifications() !== 'unasked') return undefined;
    const ask = (): void => {
      noteAsked();
      showToast({
        text: 'Somebody wrote to you while you were elsewhere. Be told of it on this device?',
        action: { label: 'Turn on', onAction: () => void turnNotifications(true) },
        duration: 0,
        key: 'notifications',
      });
    };
    window.addEventListener('focus', ask, { once: true });
    return () => window.removeEventListener('focus', ask);
  }, [mentions]);
}
