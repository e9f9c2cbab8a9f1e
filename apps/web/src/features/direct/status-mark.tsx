'use client';

import type { User } from '@parley/realtime/shapes';
import { tooltip } from '@parley/ui/tooltip';
import { useNow } from '@parley/ui/use-now';
import clsx from 'clsx';
import { EmojiSign } from '../emoji/emoji-sign.tsx';

type Status = User['status'];

/** The words of a status, its emoji aside; empty when there is none, or when it is over at `now` (ms). */
export function liveStatus(status: Status, now: number | null): NonNullable<Status> | null {
  if (!status) return null;
  return status.expiresAt !== null && now !== null && Date.parse(status.expiresAt) <= now ? null : status;
}

/** A person's status beside their name: its emoji, the words on hover and for those who listen. */
export function StatusMark({ status, className }: { status: Status; className?: string }) {
  const live = liveStatus(status, useNow(Boolean(status?.expiresAt)));
  if (!live?.emoji) return null;
  return (
    <span className={clsx('shrink-0 leading-none', className)} {...(live.text ? tooltip(live.text) : {})}>
      <span aria-hidden="true">
        <EmojiSign emoji={live.emoji} />
      </span>
      {live.text ? <span className="sr-only">{live.text}</span> : null}
    </span>
  );
}
