'use client';

import type { Message } from '@parley/realtime/shapes';
import { showToast } from '@parley/ui/toast-store';
import { useCallback } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useChannelCommand } from '../../sync/use-channel-command.ts';
import type { RowFocus } from './row-focus.ts';
import type { TimelineRow, TimelineRows } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';
import type { NewDivider } from './use-new-divider.ts';

export interface ConversationCommandsOptions {
  /** The conversation's `talkKey`. */
  talk: string;
  rows: TimelineRows;
  divider: NewDivider;
  focus: RowFocus;
  scroll: TimelineScroll;
  showLive: () => void;
  show: (target: string) => void;
}

/** How far back the viewer's newest message is looked for. */
const SEARCHED = 500;

/** Does what the composer and the messages ask of the conversation. */
export function useConversationCommands({
  talk,
  rows,
  divider,
  focus,
  scroll,
  showLive,
  show,
}: ConversationCommandsOptions): { onMarkUnread: (message: Message) => void } {
  const { reading } = useSync();
  const { me } = useSession();
  const { place } = divider;
  useChannelCommand(talk, (command) => {
    if (command.type === 'sent' || command.type === 'showLatest') showLive();
    if (command.type === 'show') show(command.target);
    if (command.type === 'editLast') {
      const row = lastOwn(rows, me.id);
      if (!row) return;
      scroll.go({ to: 'row', seq: row.message.seq, at: 'middle' });
      focus.set({ editing: row.key });
    }
    if (command.type === 'markRead') {
      divider.clear();
      reading.release(talk);
      const newest = rows.at(rows.confirmed - 1)?.message.seq;
      if (newest !== undefined) reading.markRead(talk, newest);
    }
  });
  const onMarkUnread = useCallback(
    (message: Message) => {
      place(message.seq - 1);
      reading
        .markUnread(talk, message.seq)
        .catch(() => showToast({ text: 'Couldn’t mark as unread. Try again.', tone: 'danger' }));
    },
    [reading, talk, place],
  );
  return { onMarkUnread };
}

function lastOwn(rows: TimelineRows, viewerId: string): TimelineRow | undefined {
  for (let index = rows.confirmed - 1; index >= Math.max(0, rows.confirmed - SEARCHED); index -= 1) {
    const row = rows.at(index);
    const { author, deletedAt, kind } = row?.message ?? {};
    if (author?.id === viewerId && !deletedAt && kind === 'USER') return row;
  }
  return undefined;
}
