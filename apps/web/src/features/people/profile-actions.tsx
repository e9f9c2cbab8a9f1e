'use client';

import type { User } from '@parley/realtime/shapes';
import { AlertDialog } from '@parley/ui/alert-dialog';
import { Button } from '@parley/ui/button';
import { showToast } from '@parley/ui/toast-store';
import { useMutation } from '@tanstack/react-query';
import Ban from 'lucide-react/icons/ban';
import MessageSquare from 'lucide-react/icons/message-square';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { sayWhy } from '../channels/channel-actions.ts';
import { useDirectActions } from '../direct/use-direct-actions.ts';
import { useBlocked } from './use-blocked.ts';

export interface ProfileActionsProps {
  readonly person: User;
  readonly here: boolean;
  readonly onLeave: (() => void) | undefined;
}

/** Write to somebody, or want nothing from them any more. */
export function ProfileActions({ person, here, onLeave }: ProfileActionsProps) {
  const { me } = useSession();
  const { open } = useDirectActions();
  const { isBlocked, block, unblock, isKnown } = useBlocked();
  const [asking, setAsking] = useState(false);
  const own = person.id === me.id;
  const blocked = isBlocked(person.id);
  const write = useMutation({
    mutationFn: () => open([person.id]),
    onSuccess: () => onLeave?.(),
    onError: (error) => showToast({ text: `Couldn’t open the conversation. ${sayWhy(error)}`, tone: 'danger' }),
  });
  return (
    <div className="flex flex-wrap gap-2">
      {here || blocked ? null : (
        <Button
          variant="primary"
          icon={own ? <NotebookPen size={16} /> : <MessageSquare size={16} />}
          pending={write.isPending}
          onClick={() => write.mutate()}
        >
          {own ? 'Open your notes' : 'Message'}
        </Button>
      )}
      {own || !isKnown ? null : (
        <Button
          icon={<Ban size={16} />}
          pending={unblock.isPending}
          onClick={() => (blocked ? unblock.mutate({ id: person.id }) : setAsking(true))}
        >
          {blocked ? 'Unblock' : 'Block'}
        </Button>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Block ${person.displayName}?`}
        description="Your conversation leaves your list, what they say elsewhere is folded away, and neither of you sees whether the other is here or types. They are not told."
        confirmLabel="Block"
        onConfirm={() => block.mutateAsync({ id: person.id })}
      />
    </div>
  );
}
