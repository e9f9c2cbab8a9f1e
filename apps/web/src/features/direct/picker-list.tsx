'use client';

import type { User } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import { Tag } from '@parley/ui/tag';
import clsx from 'clsx';
import { useSession } from '../../sync/session.tsx';
import { usePresence } from '../presence/use-presence.ts';

export interface PickerListProps {
  readonly id: string;
  readonly people: readonly User[];
  readonly active: User | undefined;
  /** Nobody else can be chosen. */
  readonly full: boolean;
  readonly most: number;
  readonly search: {
    readonly status: 'pending' | 'error' | 'success';
    readonly typed: string;
    readonly retry: () => void;
  };
  readonly onPoint: (index: number) => void;
  readonly onChoose: (user: User) => void;
}

/** The people who can be chosen. The keys are the field's. */
export function PickerList({ id, people, active, full, most, search, onPoint, onChoose }: PickerListProps) {
  const { me } = useSession();
  const presence = usePresence(people.map((user) => user.id));
  if (full)
    return <EmptyState level={3} title={`That is everybody: ${most} and you`} text="For more, make a channel." />;
  return (
    <div id={id} role="listbox" aria-label="People" className="-mx-2 mt-2 h-72 overflow-y-auto">
      {people.map((user, index) => (
        <button
          key={user.id}
          id={`${id}-${user.id}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={user === active}
          onPointerMove={user === active ? undefined : () => onPoint(index)}
          onClick={() => onChoose(user)}
          className={clsx(
            'flex min-h-12 w-full items-center gap-3 rounded-md px-2 py-1.5 text-left',
            user === active && 'bg-accent-soft',
          )}
        >
          <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} presence={presence.get(user.id)} />
          <span className="min-w-0 flex-1 leading-snug">
            <span className="flex items-center gap-1.5">
              <span className="truncate font-semibold">{user.displayName}</span>
              {user.kind === 'BOT' ? <Tag>Bot</Tag> : null}
              {user.id === me.id ? <span className="shrink-0 text-ink-3 text-sm">your notes</span> : null}
            </span>
            <span className="block truncate text-ink-3 text-sm">{user.title ?? `@${user.handle}`}</span>
          </span>
        </button>
      ))}
      <ListState {...search} empty={people.length === 0} />
    </div>
  );
}

interface ListStateProps {
  readonly status: 'pending' | 'error' | 'success';
  readonly typed: string;
  readonly empty: boolean;
  readonly retry: () => void;
}

function ListState({ status, typed, empty, retry }: ListStateProps) {
  if (status === 'pending') {
    return (
      <Loading label="Looking for people" className="flex flex-col gap-4 px-2 pt-2">
        {['w-40', 'w-32', 'w-44'].map((width) => (
          <Skeleton key={width} className={`h-6 ${width}`} />
        ))}
      </Loading>
    );
  }
  if (status === 'error') {
    return (
      <EmptyState level={3} title="Couldn’t look for people" action={<Button onClick={retry}>Try again</Button>} />
    );
  }
  if (!empty) return null;
  return (
    <EmptyState
      level={3}
      title={typed ? `Nobody is called “${typed}”` : 'Nobody else is here'}
      text="Invite them to the workspace first."
    />
  );
}
