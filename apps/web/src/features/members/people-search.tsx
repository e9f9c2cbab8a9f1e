'use client';

import type { User } from '@parley/realtime/shapes';
import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { PersonChoice } from './person-choice.tsx';

export interface PeopleSearchProps {
  readonly typed: string;
  readonly chosen: readonly User[];
  readonly onChange: (chosen: readonly User[]) => void;
  /** Ids of those who need not be chosen any more. */
  readonly inside: ReadonlySet<string>;
  /** Ids of those who are not to be listed. */
  readonly without?: ReadonlySet<string>;
  readonly className?: string;
}

const nobody: ReadonlySet<string> = new Set();

/** People of the workspace whose names answer to what was typed, to be chosen. */
export function PeopleSearch({ typed, chosen, onChange, inside, without = nobody, className }: PeopleSearchProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const q = useDeferredValue(typed.trim());
  const found = useQuery(
    trpc.user.search.queryOptions(
      { workspaceId: workspace.id, q, limit: 30 },
      { staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const isChosen = (user: User): boolean => chosen.some((other) => other.id === user.id);
  const toggle = (user: User): void =>
    onChange(isChosen(user) ? chosen.filter((other) => other.id !== user.id) : [...chosen, user]);
  const people = (found.data?.items ?? []).filter((user) => !without.has(user.id));
  return (
    <ul className={className}>
      {people.map((user) => (
        <PersonChoice
          key={user.id}
          user={user}
          inside={inside.has(user.id)}
          chosen={isChosen(user)}
          onToggle={() => toggle(user)}
        />
      ))}
      {found.isSuccess && people.length === 0 ? (
        <li>
          <EmptyState
            level={3}
            title={q === '' ? 'Nobody else is here yet' : `Nobody is called “${q}”`}
            text="Invite them to the workspace first."
          />
        </li>
      ) : null}
      {found.isError ? (
        <li>
          <EmptyState
            level={3}
            title="Couldn’t look for people"
            action={<Button onClick={() => void found.refetch()}>Try again</Button>}
          />
        </li>
      ) : null}
    </ul>
  );
}
