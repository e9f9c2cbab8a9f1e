'use client';

import type { Message } from '@parley/realtime/shapes';
import { Popover } from '@parley/ui/popover';
import { Time } from '@parley/ui/time';
import { useNow } from '@parley/ui/use-now';
import Check from 'lucide-react/icons/check';
import CheckCheck from 'lucide-react/icons/check-check';
import type { ReactNode } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { ReaderList } from './reader-list.tsx';
import { type Receipts, useReceipts } from './use-receipts.ts';

/** After this the day says more than the hour, in milliseconds. */
const RECENT = 12 * 3_600_000;

/** Who read a message: in a conversation of two, when, or whether it was delivered; elsewhere how many, which opens the list of them. */
export function ReceiptLine({ message }: { message: Message }) {
  const { workspace } = useSession();
  const channel = useChannel(workspace.id, message.channelId);
  const receipts = useReceipts(message);
  if (!receipts) return null;
  if (receipts.readCount === 0) return <UnreadLine receipts={receipts} />;
  const icon = <CheckCheck size={14} aria-hidden="true" className="text-accent" />;
  if (channel?.kind === 'DIRECT') {
    return (
      <Line icon={icon}>
        Read <Moment value={receipts.items[0]?.readAt} of="Read" />
      </Line>
    );
  }
  const trigger = (
    <button type="button" className="rounded-xs underline-offset-2 hover:text-ink hover:underline">
      <Line icon={icon}>Read by {receipts.readCount}</Line>
    </button>
  );
  return (
    <Popover trigger={trigger} label="Who read it" side="top" className="w-72 py-2">
      <ReaderList receipts={receipts} />
    </Popover>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex h-4.5 items-center gap-1 whitespace-nowrap">
      {icon}
      <span>{children}</span>
    </span>
  );
}

function UnreadLine({ receipts: { delivered } }: { receipts: Receipts }) {
  if (!delivered) return <Line icon={<Check size={14} aria-hidden="true" />}>Sent</Line>;
  return (
    <Line icon={<CheckCheck size={14} aria-hidden="true" />}>
      Delivered <Moment value={delivered.at} of="Delivered" />
    </Line>
  );
}

function Moment({ value, of }: { value: string | null | undefined; of: string }) {
  const now = useNow(true);
  if (!value) return null;
  return <Time value={value} format={(now ?? 0) - Date.parse(value) < RECENT ? 'time' : 'date'} prefix={of} />;
}
