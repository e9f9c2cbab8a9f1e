'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { EmptyState } from '@parley/ui/empty-state';
import { Skeleton } from '@parley/ui/skeleton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import { usePresence } from '../presence/use-presence.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { PersonRow } from './person-row.tsx';

/** Everybody in the workspace, with their roles; owners and admins manage them here. */
export function PeopleDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const input = { workspaceId: workspace.id, limit: 100 };
  const people = useInfiniteQuery({
    queryKey: trpc.workspace.members.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => api.workspace.members.query(pageInput(input, pageParam)),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  const members = people.data?.pages.flatMap((page) => page.items) ?? [];
  const presence = usePresence(members.slice(0, 500).map((member) => member.user.id));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="People" size="lg">
      {people.isPending ? <Skeleton className="h-60" /> : null}
      {people.isError ? (
        <EmptyState
          title="Couldn’t load the people"
          action={<Button onClick={() => void people.refetch()}>Retry</Button>}
        />
      ) : null}
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <PersonRow
            key={member.user.id}
            member={member}
            presence={presence.get(member.user.id)}
            onChanged={() => void people.refetch()}
          />
        ))}
      </ul>
      {people.hasNextPage ? (
        <Button className="mt-3" pending={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Dialog>
  );
}
