'use client';

import SquareSlash from 'lucide-react/icons/square-slash';
import { useMemo } from 'react';
import { commands } from './commands.ts';
import type { CompletionItem } from './completion-item.ts';
import type { CompletionListProps } from './completion-list.tsx';
import { CompletionOptions } from './completion-options.tsx';

/** What can be done from the field. */
export function CommandOptions(props: CompletionListProps) {
  const { query } = props.trigger;
  const items = useMemo(
    () =>
      commands
        .filter(({ name }) => name.startsWith(query))
        .map(
          ({ name, args, label }): CompletionItem => ({
            key: name,
            insert: `/${name}`,
            icon: <SquareSlash size={16} />,
            label: `/${name}`,
            detail: args === '' ? label : `${label} · ${args}`,
          }),
        ),
    [query],
  );
  const isWhole = commands.some(({ name }) => name === query);
  return <CompletionOptions {...props} label="Commands" items={items} isWhole={isWhole} />;
}
