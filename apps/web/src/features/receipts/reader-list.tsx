'use client';

import { Avatar } from '@parley/ui/avatar';
import { Time } from '@parley/ui/time';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import type { Receipts } from './use-receipts.ts';

/** Who read a message, and when, in the order they did. */
export function ReaderList({ receipts: { items, readCount } }: { receipts: Receipts }) {
  const more = readCount - items.length;
  return (
    <>
      <h2 className="px-3 pb-1 font-semibold text-sm">Read by {readCount}</h2>
      <ul className="max-h-72 overflow-y-auto">
        {items.map((receipt) => (
          <ReaderRow key={receipt.user.id} receipt={receipt} />
        ))}
      </ul>
      {more > 0 ? <p className="px-3 pt-1 text-ink-3 text-xs">and {more} more</p> : null}
    </>
  );
}

function ReaderRow({ receipt: { user, readAt } }: { receipt: Receipts['items'][number] }) {
  const { id, displayName, avatarUrl } = useLatestPerson(user);
  return (
    <li className="flex items-center gap-2.5 px-3 py-1.5 text-sm">
      <Avatar id={id} name={displayName} src={avatarUrl} size={26} />
      <span className="min-w-0 flex-1 truncate">{displayName}</span>
      {readAt ? <Time value={readAt} format="relative" className="shrink-0 text-ink-3 text-xs" /> : null}
    </li>
  );
}
