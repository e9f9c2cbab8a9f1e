'use client';

import { showToast } from '@parley/ui/toast-store';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { type ChannelLog, messageAt, spanAt } from '../../sync/channel-log.ts';
import { useSync } from '../../sync/sync-provider.tsx';
import type { RowFocus } from './row-focus.ts';
import { savedPosition } from './saved-positions.ts';
import { keyOfMessage } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';

export interface Opening {
  channel: ChannelListItem | undefined;
  log: ChannelLog;
  /** A message to go to. */
  messageId: string | undefined;
  scroll: TimelineScroll;
  focus: RowFocus;
}

export interface OpenedView {
  /** A number in the span that is shown; null shows the live one. */
  viewSeq: number | null;
  /** The place to open at is still being loaded. */
  pending: boolean;
  showLive(): void;
}

/** The divider is put this far down the view, with what was read before above it. */
const DIVIDER_AT = 0.3;
const MARKED_FOR = 2_000;

/** Decides where a channel opens: at a message, where it was left with something unread, at the divider, or at its end. */
export function useOpening({ channel, log, messageId, scroll, focus }: Opening): OpenedView {
  const { logs } = useSync();
  const [viewSeq, setViewSeq] = useState<number | null>(null);
  const [pending, setPending] = useState(messageId !== undefined || isFarUnread(channel, log));

  const open = useEffectEvent(async (): Promise<void> => {
    const { unread = 0, lastReadSeq = 0 } = channel?.membership ?? {};
    const saved = channel && savedPosition(channel.id);
    if (!channel || unread === 0) return;
    if (saved && spanAt(log, saved.seq)) {
      setViewSeq(saved.seq);
      scroll.go({ to: 'offset', ...saved });
      return;
    }
    if (!spanAt(log, lastReadSeq + 1)) await logs.loadAround(channel.id, lastReadSeq + 1);
    setViewSeq(lastReadSeq + 1);
    scroll.go({ to: 'row', seq: lastReadSeq + 1, at: DIVIDER_AT });
  });
  const goToMessage = useEffectEvent(async (id: string): Promise<void> => {
    if (!channel) return;
    const seq = await logs.loadAround(channel.id, id);
    setViewSeq(seq);
    scroll.go({ to: 'row', seq, at: 'middle' });
    const known = logs.read(channel.id);
    const message = known && messageAt(known, seq);
    if (message) markFor(focus, keyOfMessage(message));
  });
  useEffect(() => {
    let wanted = true;
    const arrived = messageId === undefined ? open() : goToMessage(messageId).catch(sayNotFound);
    void arrived.catch(() => undefined).finally(() => wanted && setPending(false));
    return () => {
      wanted = false;
    };
  }, [messageId]);

  const showLive = useCallback(() => {
    setViewSeq(null);
    setPending(false);
    scroll.go({ to: 'end' });
  }, [scroll]);
  return { viewSeq, pending, showLive };
}

function isFarUnread(channel: ChannelListItem | undefined, log: ChannelLog): boolean {
  const membership = channel?.membership;
  return (
    membership !== null && membership !== undefined && membership.unread > 0 && !spanAt(log, membership.lastReadSeq + 1)
  );
}

function sayNotFound(): void {
  showToast({ text: 'That message isn’t in this channel.', tone: 'danger' });
}

function markFor(focus: RowFocus, key: string): void {
  focus.set({ marked: key });
  setTimeout(() => focus.state.marked === key && focus.set({ marked: null }), MARKED_FOR);
}
