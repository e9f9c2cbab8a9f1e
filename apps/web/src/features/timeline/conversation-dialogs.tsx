import { Suspense } from 'react';
import { lateComponent } from '../shell/late-code.ts';
import type { OpenDialog } from './use-timeline-actions.ts';

const DeleteMessageDialog = lateComponent(
  async () => (await import('../message/delete-message-dialog.tsx')).DeleteMessageDialog,
);
const MessageHistoryDialog = lateComponent(
  async () => (await import('../message/message-history-dialog.tsx')).MessageHistoryDialog,
);

const RemindDialog = lateComponent(async () => (await import('../saved/remind-dialog.tsx')).RemindDialog);
const ForwardDialog = lateComponent(async () => (await import('../message/forward-dialog.tsx')).ForwardDialog);

export interface ConversationDialogsProps {
  dialog: OpenDialog;
  onClose: () => void;
}

/** The dialogs about one message, loaded when they are first wanted. */
export function ConversationDialogs({ dialog, onClose }: ConversationDialogsProps) {
  return (
    <Suspense>
      {dialog?.kind === 'delete' ? <DeleteMessageDialog message={dialog.message} onClose={onClose} /> : null}
      {dialog?.kind === 'history' ? <MessageHistoryDialog message={dialog.message} onClose={onClose} /> : null}
      {dialog?.kind === 'remind' ? <RemindDialog message={dialog.message} onClose={onClose} /> : null}
      {dialog?.kind === 'forward' ? <ForwardDialog message={dialog.message} onClose={onClose} /> : null}
    </Suspense>
  );
}
