'use client';

import ChevronDown from 'lucide-react/icons/chevron-down';
import { createContext, Suspense, startTransition, use, useEffect, useMemo, useState } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { lateComponent } from '../shell/late-code.ts';
import type { OpenedView } from './use-opening.ts';

const JumpToDate = lateComponent(async () => (await import('./jump-to-date.tsx')).JumpToDate);

/** What leads from day to day in a conversation. */
export interface Jump {
  /** When the conversation began (ISO). */
  readonly from: string | undefined;
  /** Goes to the first message since a moment (ISO). */
  readonly show: (moment: string) => void;
  readonly showLatest: () => void;
}

export const JumpContext = createContext<Jump | null>(null);

/** The value of `JumpContext` for a channel. */
export function useJump(
  channel: Pick<ChannelListItem, 'createdAt'> | undefined,
  { show, showLive }: Pick<OpenedView, 'show' | 'showLive'>,
): Jump {
  const from = channel?.createdAt;
  return useMemo(() => ({ from, show, showLatest: showLive }), [from, show, showLive]);
}

const shape =
  'rounded-full bg-canvas px-3 py-0.75 text-ink-3 text-xs in-data-stuck:shadow-[0_0_0_1px_var(--line-strong)]';

/** The name of a day between messages. A press opens a calendar to go to another one. */
export function DayName({ day, name }: { day: string; name: string }) {
  const jump = use(JumpContext);
  // Which day is today is the reader's to say: a name that is still to change must not be seen to move.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setSettled(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  const looks = settled ? shape : `${shape} invisible`;
  const [asked, setAsked] = useState(false);
  if (!jump) return <Name name={name} className={looks} />;
  const trigger = (
    <button
      type="button"
      suppressHydrationWarning
      aria-label={`${name}, jump to a date`}
      aria-haspopup="dialog"
      className={`pointer-events-auto relative flex touch-area items-center gap-1 transition-colors hover:text-ink ${looks}`}
    >
      <Name name={name} />
      <ChevronDown size={16} aria-hidden="true" className="-mr-1" />
    </button>
  );
  if (!asked) {
    return (
      <span className="contents" onClickCapture={() => startTransition(() => setAsked(true))}>
        {trigger}
      </span>
    );
  }
  return (
    <Suspense fallback={trigger}>
      <JumpToDate day={day} jump={jump} trigger={trigger} />
    </Suspense>
  );
}

/** Server and browser may know other commas of the same locale: either is right. */
function Name({ name, className }: { name: string; className?: string }) {
  return (
    <span suppressHydrationWarning className={className}>
      {name}
    </span>
  );
}
