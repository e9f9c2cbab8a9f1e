'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface TabItem<Value extends string = string> {
  value: Value;
  label: ReactNode;
  count?: number | undefined;
}

export interface TabsProps<Value extends string> {
  /** Names the list of tabs. */
  label: string;
  items: readonly TabItem<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** A TabPanel for each item. */
  children: ReactNode;
  className?: string | undefined;
  listClassName?: string | undefined;
}

/** Views of one thing, side by side. Arrow keys move between them. */
export function Tabs<Value extends string>({
  label,
  items,
  value,
  onValueChange,
  children,
  className,
  listClassName,
}: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: Value) => onValueChange(next)}
      className={clsx('flex min-h-0 flex-col', className)}
    >
      <Base.List
        aria-label={label}
        activateOnFocus
        className={clsx('flex shrink-0 gap-4 overflow-x-auto border-line border-b', listClassName)}
      >
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className="touch-row -mb-px flex shrink-0 items-center gap-1.5 border-transparent border-b-2 py-2 text-ink-3 text-sm transition-colors hover:text-ink focus-visible:-outline-offset-2 data-active:border-ink data-active:font-semibold data-active:text-ink"
          >
            {item.label}
            {item.count === undefined ? null : (
              <span className="font-normal text-ink-3 text-xs tabular-nums">{item.count}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {children}
    </Base.Root>
  );
}

export interface TabPanelProps {
  value: string;
  children: ReactNode;
  className?: string | undefined;
  /** Stays in the page while another tab is chosen, with what was typed in it. */
  keepMounted?: boolean | undefined;
}

/** What a tab shows. Not in the page while another tab is chosen, unless it is kept. */
export function TabPanel({ value, children, className, keepMounted = false }: TabPanelProps) {
  return (
    <Base.Panel
      value={value}
      keepMounted={keepMounted}
      className={clsx('min-h-0 flex-1 focus-visible:-outline-offset-2', className)}
    >
      {children}
    </Base.Panel>
  );
}
