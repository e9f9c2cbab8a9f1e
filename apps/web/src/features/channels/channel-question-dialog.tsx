'use client';

import { AlertDialog } from '@parley/ui/alert-dialog';
import { TextField } from '@parley/ui/text-field';
import { useState } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useChannelActions } from './use-channel-actions.ts';

/** What is asked before it is done. */
export type ChannelQuestion = 'leave' | 'archive' | 'delete';

export interface ChannelQuestionDialogProps {
  readonly channel: ChannelListItem;
  readonly question: ChannelQuestion | null;
  readonly onClose: () => void;
}

/** Asks before a channel is left, archived or deleted. */
export function ChannelQuestionDialog({ channel, question, onClose }: ChannelQuestionDialogProps) {
  const actions = useChannelActions(channel.id);
  const [typed, setTyped] = useState('');
  const { name } = channel;
  const close = (open: boolean): void => {
    if (open) return;
    setTyped('');
    onClose();
  };
  const leaveText =
    channel.kind === 'PRIVATE'
      ? 'It is private: to come back, somebody who is in it has to add you.'
      : 'You can join it again at any time.';
  return (
    <>
      <AlertDialog
        open={question === 'leave'}
        onOpenChange={close}
        title={`Leave ${name}?`}
        description={leaveText}
        confirmLabel="Leave"
        tone={channel.kind === 'PRIVATE' ? 'danger' : 'primary'}
        onConfirm={() => actions.leave(name)}
      />
      <AlertDialog
        open={question === 'archive'}
        onOpenChange={close}
        title={`Archive ${name}?`}
        description="Nobody can write in it any more. Everybody in it can still read it, and its owners can bring it back."
        confirmLabel="Archive"
        tone="primary"
        onConfirm={() => actions.archive()}
      />
      <AlertDialog
        open={question === 'delete'}
        onOpenChange={close}
        title={`Delete ${name}?`}
        description="The channel and all of its messages disappear for everybody. This cannot be undone."
        confirmLabel="Delete channel"
        confirmDisabled={typed.trim() !== name}
        onConfirm={() => actions.remove(name)}
      >
        <TextField
          label={`Type ${name} to confirm`}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </AlertDialog>
    </>
  );
}
