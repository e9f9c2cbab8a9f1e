'use client';

import type { User } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Tag } from '@parley/ui/tag';
import clsx from 'clsx';
import { useId } from 'react';

export interface PersonChoiceProps {
  readonly user: User;
  /** Is in the channel already. */
  readonly inside: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** Somebody who can be chosen out of a list. */
export function PersonChoice({ user, inside, chosen, onToggle }: PersonChoiceProps) {
  const id = useId();
  return (
    <li>
      <label
        htmlFor={id}
        className={clsx(
          'flex min-h-12 items-center gap-3 rounded-md px-2 py-1.5',
          inside ? 'opacity-60' : 'cursor-pointer hover:bg-hover has-focus-visible:bg-hover',
        )}
      >
        <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} />
        <span className="min-w-0 flex-1 leading-snug">
          <span className="flex items-center gap-1.5">
            <span className="truncate font-semibold">{user.displayName}</span>
            {user.kind === 'BOT' ? <Tag>Bot</Tag> : null}
          </span>
          <span className="block truncate text-ink-3 text-sm">{inside ? 'Already here' : `@${user.handle}`}</span>
        </span>
        <input
          id={id}
          type="checkbox"
          className="size-4 shrink-0"
          checked={inside || chosen}
          disabled={inside}
          onChange={onToggle}
        />
      </label>
    </li>
  );
}
