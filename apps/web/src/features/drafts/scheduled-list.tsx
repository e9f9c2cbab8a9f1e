'use client';

import { EmptyState } from '@parley/ui/empty-state';
import Clock from 'lucide-react/icons/clock';
import { ViewState } from '../shell/view-frame.tsx';
import { ScheduledRow } from './scheduled-row.tsx';
import { useScheduled } from './use-scheduled.ts';

/** What is to be sent later, the next first. */
export function ScheduledList() {
  const { items, status, refetch } = useScheduled();
  if (status !== 'success') return <ViewState status={status} what="your messages" onRetry={() => void refetch()} />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<Clock size={18} />}
        title="Nothing waits to be sent"
        text="Write a message and choose “Send later” beside the button that sends."
      />
    );
  }
  return (
    <ul className="flex flex-col gap-px">
      {items.map((item) => (
        <ScheduledRow key={item.id} item={item} />
      ))}
    </ul>
  );
}
