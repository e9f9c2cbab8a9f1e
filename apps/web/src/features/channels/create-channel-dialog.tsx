'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { RadioGroup } from '@parley/ui/radio-group';
import { TextField } from '@parley/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { formFailureOf } from '../entry/entry-error.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';

const kinds = [
  { value: 'PUBLIC', label: 'Public', hint: 'Anyone in the workspace can find and join it.' },
  { value: 'PRIVATE', label: 'Private', hint: 'Only people who are added can see it.' },
] as const;

/** Makes a channel and goes there. */
export function CreateChannelDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { channels } = useSync();
  const form = useId();
  const [kind, setKind] = useState<'PUBLIC' | 'PRIVATE'>('PUBLIC');
  const create = useMutation(
    trpc.channel.create.mutationOptions({
      onSuccess: async (channel) => {
        await channels.refreshOne(channel.id);
        onOpenChange(false);
        goTo(channelPath(workspace.slug, channel.id));
      },
    }),
  );
  const failure = create.error ? formFailureOf(create.error) : null;
  const submit = (fields: FormData): void => {
    const name = textOf(fields, 'name').replace(/^#+/, '');
    create.mutate({ workspaceId: workspace.id, kind, name, topic: textOf(fields, 'topic') });
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
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        {failure?.message ? <Banner tone="danger">{failure.message}</Banner> : null}
        <TextField
          name="name"
          label="Name"
          before="#"
          placeholder="release-train"
          limit={80}
          required
          error={failure?.fields.name}
        />
        <TextField
          name="topic"
          label="Topic"
          optional
          hint="What it is about, in a few words."
          limit={250}
          error={failure?.fields.topic}
        />
        <RadioGroup label="Who can see it" options={kinds} value={kind} onValueChange={setKind} />
      </form>
    </Dialog>
  );
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
