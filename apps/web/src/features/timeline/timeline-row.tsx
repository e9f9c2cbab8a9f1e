'use client';

import type { Message } from '@parley/realtime/shapes';
import clsx from 'clsx';
import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { FoldLine } from '../message/fold-line.tsx';
import { messageRights, useMessageActions } from '../message/message-actions.tsx';
import { MessageContent } from '../message/message-row.tsx';
import { MessageToolbar } from '../message/message-toolbar.tsx';
import { ReceiptSlot } from '../receipts/receipt-slot.tsx';
import type { Gathered } from './gathered-rows.ts';
import type { RowFocus, RowFocusState } from './row-focus.ts';
import type { TimelineRow as Row } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';

export interface TimelineRowProps {
  row: Row;
  continues: boolean;
  /** The last row: the Tab key reaches it until another one had the focus. */
  last: boolean;
  gathered: Gathered;
  /** Says who read it. */
  receipt: boolean;
  /** Shows messages that are folded away. */
  onShow: (messages: readonly Message[]) => void;
  scroll: TimelineScroll;
  focus: RowFocus;
}

/** One message in the timeline. Tells the scrolling how high it is; drawn anew only when something of its own changes. */
export const TimelineRow = memo(function TimelineRow({
  row,
  continues,
  last,
  gathered,
  receipt,
  onShow,
  scroll,
  focus,
}: TimelineRowProps) {
  const { key, message, waiting } = row;
  const element = useRef<HTMLDivElement>(null);
  const hidden = gathered === 'spokenFor';
  const active = useRowState(focus, ({ hovered, focused, menu }) => hovered === key || focused === key || menu === key);
  const editing = useRowState(focus, (state) => state.editing === key);
  const marked = useRowState(focus, (state) => state.marked === key);
  const tabbable = useRowState(focus, ({ tabStop }) => (tabStop === null ? last : tabStop === key));
  useLayoutEffect(() => {
    const unmount = element.current ? scroll.mountRow(key, element.current) : undefined;
    return () => {
      unmount?.();
      if (focus.state.tabStop === key) focus.set({ tabStop: null });
    };
  }, [scroll, focus, key]);
  return (
    <article
      ref={element}
      data-row={key}
      data-seq={waiting ? undefined : message.seq}
      tabIndex={tabbable ? 0 : -1}
      className={clsx(
        'group/row relative grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-5 max-sm:px-3',
        'focus-visible:outline-2 focus-visible:-outline-offset-2',
        hidden ? 'invisible! h-0 overflow-hidden' : roomAbove(continues),
        marked ? 'bg-mark transition-colors duration-500' : active && !editing && 'bg-hover',
      )}
    >
      {gathered === 'spokenFor' ? null : (
        <RowContent {...{ row, continues, gathered, receipt, onShow, focus, editing, active }} />
      )}
    </article>
  );
});

interface RowContentProps extends Pick<TimelineRowProps, 'row' | 'continues' | 'receipt' | 'onShow' | 'focus'> {
  gathered: readonly Message[] | null;
  editing: boolean;
  active: boolean;
}

function RowContent({ row, continues, gathered, receipt, onShow, focus, editing, active }: RowContentProps) {
  const { message, waiting } = row;
  if (gathered && message.kind === 'USER') return <FoldLine messages={gathered} onShow={() => onShow(gathered)} />;
  return (
    <>
      <MessageContent {...{ message, waiting, continues, editing, gathered }} />
      {receipt ? <ReceiptSlot message={message} waits={waiting !== null} /> : null}
      {active && !editing ? <Tools row={row} focus={focus} /> : null}
    </>
  );
}

const roomAbove = (continues: boolean): string => (continues ? 'pt-px pb-0.75' : 'pt-1.25 pb-0.75');

function Tools({ row, focus }: Pick<TimelineRowProps, 'row' | 'focus'>) {
  return row.waiting || row.message.deletedAt ? null : <LiveTools row={row} focus={focus} />;
}

function LiveTools({ row, focus }: Pick<TimelineRowProps, 'row' | 'focus'>) {
  const { viewer } = useMessageActions();
  const rights = messageRights(row.message, viewer);
  const picking = useRowState(focus, (state) => state.picking === row.key);
  const onMenu = (open: boolean) => {
    if (open) focus.set({ menu: row.key });
    else if (focus.state.menu === row.key) focus.set({ menu: null });
  };
  const onPicking = (open: boolean) => {
    focus.set({ picking: open ? row.key : null });
    onMenu(open);
  };
  return (
    <MessageToolbar message={row.message} rights={rights} picking={picking} onPicking={onPicking} onMenu={onMenu} />
  );
}

function useRowState(focus: RowFocus, select: (state: RowFocusState) => boolean): boolean {
  return useSyncExternalStore(
    focus.subscribe,
    () => select(focus.state),
    () => false,
  );
}
