'use client';

import type { User } from '@parley/realtime/shapes';
import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { type FormEvent, useId, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { sayWhy } from '../channels/channel-actions.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { useDirectActions } from './use-direct-actions.ts';

/** How many others a conversation holds: eight people in all. */
const MOST = 7;

/** Chooses whom to write to, and goes to the conversation of exactly these people. */
export function NewMessageDialog({ open, onOpenChange }: AppDialogProps) {
  const { me } = useSession();
  const actions = useDirectActions();
  const form = useId();
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const start = async (): Promise<void> => {
    if (chosen.length === 0 || pending) return;
    setPending(true);
    setFailure(null);
    try {
      await actions.open(chosen.map((user) => user.id));
      onOpenChange(false);
    } catch (error) {
      setFailure(sayWhy(error));
    }
    setPending(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void start();
  };
  const others = chosen.filter((user) => user.id !== me.id).length;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New message"
      description={`To one person, or up to ${MOST} at once.`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending} disabled={chosen.length === 0}>
            {others > 1 ? `Write to ${others} people` : 'Write'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <PeoplePicker chosen={chosen} onChange={setChosen} onDone={() => void start()} most={MOST} />
        {failure ? (
          <p role="alert" className="pt-2 text-danger text-sm">
            Couldn’t open the conversation. {failure}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
