'use client';

import { useMutation } from '@tanstack/react-query';
import { uuidv7 } from 'uuidv7';
import { useTRPC } from '../../trpc/trpc.ts';

export interface ComposerProps {
  channelId: string;
}

/** Where a message is written. Stands below the timeline; says itself when the channel is archived or not joined. */
export function Composer({ channelId }: ComposerProps) {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.message.send.mutationOptions());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const body = new FormData(event.currentTarget).get('body');
        if (typeof body === 'string' && body.trim()) mutate({ channelId, body, nonce: uuidv7() });
        event.currentTarget.reset();
      }}
    >
      <textarea name="body" aria-label="Message" />
      <button type="submit">Send</button>
    </form>
  );
}
