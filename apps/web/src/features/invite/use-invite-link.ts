'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { type ApiInput, type ApiOutput, useTRPC } from '../../trpc/trpc.ts';

type MadeInvite = ApiOutput['workspace']['invite'];
type InviteWishes = Omit<ApiInput['workspace']['invite'], 'workspaceId'>;

const keyOf = (workspaceId: string) => ['made-invite', workspaceId];

/**
 * The invite link that was made on this page, which the server shows but once: it is kept until the page goes, so that
 * a dialog that opens again has it still. `ended`: it was revoked, or no longer works.
 */
export function useInviteLink() {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = keyOf(workspace.id);
  const invite = useMutation(
    trpc.workspace.invite.mutationOptions({ onSuccess: (made) => queryClient.setQueryData(key, made) }),
  );
  const kept = queryClient.getQueryData<MadeInvite>(key);
  const link = invite.data ?? (kept && Date.parse(kept.expiresAt) > Date.now() ? kept : undefined);
  return {
    link,
    error: invite.error,
    isPending: invite.isPending,
    make: (wishes: InviteWishes = {}) => invite.mutate({ workspaceId: workspace.id, ...wishes }),
    forget: () => {
      queryClient.removeQueries({ queryKey: key });
      invite.reset();
    },
  };
}
