'use client';

import { useQuery } from '@tanstack/react-query';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';

/** Whom the viewer blocked, by id; undefined while that is unknown. The same set until it changes; the page brings it along. */
export function useBlockedIds(): ReadonlySet<string> | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.user.blocked.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY, select: idsOf }),
  );
  return data;
}

const idsOf = ({ items }: ApiOutput['user']['blocked']): ReadonlySet<string> =>
  new Set(items.map(({ user }) => user.id));
