'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { type FormFailure, formFailureOf } from '../entry/entry-error.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';
import { channelNameOf } from './channel-name.ts';
import { emptyChannel, NewChannelForm } from './new-channel-form.tsx';

/** Makes a channel and goes there. */
export function CreateChannelDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { channels } = useSync();
  const form = useId();
  const [wished, setWished] = useState(emptyChannel);
  const create = useMutation(
    trpc.channel.create.mutationOptions({
      onSuccess: async (channel) => {
        await channels.refreshOne(channel.id);
        onOpenChange(false);
        goTo(channelPath(workspace.slug, channel.id));
      },
    }),
  );
  const submit = (): void => {
    const { typedName, topic, description, kind, people } = wished;
    create.mutate({
      workspaceId: workspace.id,
      kind,
      name: channelNameOf(typedName),
      topic: topic.trim(),
      description: description.trim(),
      memberIds: people.map((person) => person.id),
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create a channel"
      description="A channel is a place for one topic, project or team."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={create.isPending}>
            Create
          </Button>
        </>
      }
    >
      <NewChannelForm
        id={form}
        value={wished}
        onChange={(next) => {
          setWished(next);
          if (create.error) create.reset();
        }}
        onSubmit={submit}
        failure={create.error ? failureOf(create.error) : null}
      />
    </Dialog>
  );
}

/** Also a name that only the server knows to be taken is said beside the name. */
function failureOf(error: unknown): FormFailure {
  const said = apiErrorOf(error);
  return said?.reason === 'NAME_TAKEN' ? { message: null, fields: { name: said.message } } : formFailureOf(error);
}
