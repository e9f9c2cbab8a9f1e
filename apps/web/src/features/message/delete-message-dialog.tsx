'use client';

import type { Message } from '@parley/realtime/shapes';
import { AlertDialog } from '@parley/ui/alert-dialog';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { MessageBody } from './message-body.tsx';

export interface MessageDialogProps {
  message: Message;
  onClose: () => void;
}

/** Asks before a message is deleted. */
export function DeleteMessageDialog({ message, onClose }: MessageDialogProps) {
  const api = useTRPCClient();
  const sync = useSync();
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Delete this message?"
      description="Its text goes for everyone. That it was there stays visible."
      confirmLabel="Delete"
      failure="Couldn’t delete it. Try again."
      onConfirm={async () => sync.upsert(await api.message.delete.mutate({ id: message.id }))}
    >
      <div className="max-h-40 overflow-y-auto rounded-lg border border-line px-3 py-2">
        <MessageBody message={message} />
      </div>
    </AlertDialog>
  );
}
