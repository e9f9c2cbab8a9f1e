'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { TextField } from '@parley/ui/text-field';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTRPC } from '../../trpc/trpc.ts';
import { formFailureOf } from '../entry/entry-error.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { useWorkspaces } from './workspaces-context.tsx';

/** What owners and admins set for the workspace: its name. */
export function WorkspaceDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useWorkspaces();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useId();
  const [name, setName] = useState(workspace.name);
  const save = useMutation(
    trpc.workspace.update.mutationOptions({
      onSuccess: (saved) => {
        onOpenChange(false);
        showToast({ text: `The workspace is called ${saved.name} now` });
        void queryClient.invalidateQueries({ queryKey: trpc.workspace.list.queryKey() });
      },
    }),
  );
  const failure = save.error ? formFailureOf(save.error) : null;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Workspace settings"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ workspaceId: workspace.id, name });
        }}
      >
        {failure?.message ? <Banner tone="danger">{failure.message}</Banner> : null}
        <TextField
          name="name"
          label="Workspace name"
          hint="Everybody in it sees this name."
          limit={80}
          required
          autoComplete="organization"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={failure?.fields.name}
        />
      </form>
    </Dialog>
  );
}
