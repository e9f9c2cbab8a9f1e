'use client';

import { AlertDialog } from '@parley/ui/alert-dialog';
import { useState } from 'react';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { useWorkspaces } from './workspaces-context.tsx';

export interface LeaveWorkspaceDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before a workspace is left, and then goes on to another one. */
export function LeaveWorkspaceDialog({ open, onOpenChange }: LeaveWorkspaceDialogProps) {
  const { workspace } = useWorkspaces();
  const api = useTRPCClient();
  const [failure, setFailure] = useState<string>();
  const leave = async (): Promise<void> => {
    try {
      await api.workspace.leave.mutate({ workspaceId: workspace.id });
    } catch (error) {
      setFailure(sayWhy(error));
      throw error;
    }
    location.assign('/');
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Leave ${workspace.name}?`}
      description="You lose access to all of its channels at once. What you wrote stays. A new invite brings you back."
      confirmLabel="Leave workspace"
      failure={failure}
      onConfirm={leave}
    />
  );
}
