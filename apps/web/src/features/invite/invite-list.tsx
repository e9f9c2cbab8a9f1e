'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Time } from '@parley/ui/time';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';

type Invite = ApiOutput['workspace']['invites']['items'][number];

function works(invite: Invite): boolean {
  const usedUp = invite.maxUses !== null && invite.uses >= invite.maxUses;
  return invite.revokedAt === null && !usedUp && Date.parse(invite.expiresAt) > Date.now();
}

export interface InviteListProps {
  /** The one made just now, so that the list is read anew. */
  readonly made: string | null;
  readonly onRevoked: (id: string) => void;
}

/** The links that still work, each with the way to end it. */
export function InviteList({ made, onRevoked }: InviteListProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(
    trpc.workspace.invites.queryOptions({ workspaceId: workspace.id }, { staleTime: 0 }),
  );
  useEffect(() => {
    if (made) void refetch();
  }, [made, refetch]);
  if (isError) {
    return (
      <Banner tone="danger" action={<Button onClick={() => void refetch()}>Try again</Button>}>
        Couldn’t load the links that work.
      </Banner>
    );
  }
  const working = data?.items.filter(works) ?? [];
  if (working.length === 0) return null;
  return (
    <section aria-label="Links that work">
      <h3 className="text-ink-3 text-xs">Links that work</h3>
      <ul className="divide-y divide-line">
        {working.map((invite) => (
          <InviteRow
            key={invite.id}
            invite={invite}
            onRevoked={() => {
              onRevoked(invite.id);
              void refetch();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function InviteRow({ invite, onRevoked }: { invite: Invite; onRevoked: () => void }) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const revoke = useMutation(
    trpc.workspace.revokeInvite.mutationOptions({
      onSuccess: onRevoked,
      onError: () => showToast({ text: 'Couldn’t revoke the link. Try again.', tone: 'danger' }),
    }),
  );
  const used = invite.maxUses === null ? `${invite.uses} joined` : `${invite.uses} of ${invite.maxUses} joined`;
  return (
    <li className="flex items-center gap-3 py-2 text-sm">
      <p className="min-w-0 flex-1 truncate">
        {invite.createdBy.displayName} · {used} · until <Time value={invite.expiresAt} format="date" />
      </p>
      <Button
        size="sm"
        pending={revoke.isPending}
        onClick={() => revoke.mutate({ workspaceId: workspace.id, inviteId: invite.id })}
      >
        Revoke
      </Button>
    </li>
  );
}
