'use client';

import CircleAlert from 'lucide-react/icons/circle-alert';
import type { StoredSend } from '../../sync/device-database.ts';
import { useMessageActions } from './message-actions.tsx';

/** Below a message that is not sent: that it waits, or why it was refused and what can be done. */
export function UnsentNote({ entry }: { entry: StoredSend }) {
  const actions = useMessageActions();
  const { nonce, failure } = entry;
  if (!failure) return <span className="sr-only">Sending</span>;
  return (
    <div role="group" aria-label="Message not sent" className="flex flex-wrap items-center gap-x-1.5 pt-0.5 text-sm">
      <CircleAlert size={16} aria-hidden="true" className="shrink-0 text-danger" />
      <span className="text-danger">Couldn’t send. {failure.message}</span>
      <span className="flex gap-1.5">
        <TextButton label="Retry" onPress={() => actions.retrySend(nonce)} />
        <TextButton label="Edit" onPress={() => actions.editUnsent(nonce)} />
        <TextButton label="Delete" onPress={() => actions.deleteUnsent(nonce)} />
      </span>
    </div>
  );
}

function TextButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="touch-row rounded-xs px-1 font-semibold text-accent underline-offset-2 hover:underline"
    >
      {label}
    </button>
  );
}
