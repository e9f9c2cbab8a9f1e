'use client';

import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

export interface MenuItemContent {
  children: ReactNode;
  /** An icon of 16 px. */
  icon?: ReactNode;
  /** The shortcut that does the same: `mod+shift+c`. */
  keys?: string | undefined;
  disabled?: boolean | undefined;
}

export interface MenuItemProps extends MenuItemContent {
  onSelect?: (() => void) | undefined;
  /** For what cannot be undone. */
  danger?: boolean | undefined;
  /** Stays open after it was chosen. */
  keepOpen?: boolean | undefined;
  /** Renders something else, such as a link: `<Link href="…" />`. */
  render?: ReactElement | undefined;
}

/** The looks of one row of a menu or a list of options. */
export function menuRowClass(danger = false): string {
  return clsx(
    'touch-row flex min-h-7.5 w-full cursor-default select-none items-center gap-2.5 rounded-sm px-2 py-1 text-left text-sm outline-none',
    'data-disabled:opacity-50 data-highlighted:not-data-disabled:bg-ink/7',
    danger ? 'text-danger' : 'text-ink',
  );
}

/** Icon, words and shortcut of a row. */
export function MenuRow({ icon, keys, children }: Omit<MenuItemContent, 'disabled'>) {
  return (
    <>
      {icon ? <span className="flex w-4 shrink-0 justify-center text-current opacity-75">{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys ? <Kbd keys={keys} variant="plain" className="ml-4 text-ink-3 pointer-coarse:hidden" /> : null}
    </>
  );
}

/** One action. */
export function MenuItem({
  children,
  icon,
  keys,
  disabled,
  onSelect,
  danger,
  keepOpen = false,
  render,
}: MenuItemProps) {
  return (
    <Base.Item
      className={menuRowClass(danger)}
      disabled={disabled}
      closeOnClick={!keepOpen}
      onClick={() => onSelect?.()}
      render={render}
    >
      <MenuRow icon={icon} keys={keys}>
        {children}
      </MenuRow>
    </Base.Item>
  );
}

export interface MenuCheckboxItemProps extends MenuItemContent {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** A setting that is on or off. */
export function MenuCheckboxItem({ checked, onCheckedChange, children, disabled, ...row }: MenuCheckboxItemProps) {
  return (
    <Base.CheckboxItem
      className={menuRowClass()}
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onCheckedChange(next)}
    >
      <MenuRow {...row}>{children}</MenuRow>
      <Base.CheckboxItemIndicator className="flex text-accent">
        <Check size={16} />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

export interface MenuRadioGroupProps {
  value: string;
  onValueChange: (value: string) => void;
  children: ReactNode;
}

/** One choice of several; holds MenuRadioItem. */
export function MenuRadioGroup({ value, onValueChange, children }: MenuRadioGroupProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: unknown) => onValueChange(String(next))}>
      {children}
    </Base.RadioGroup>
  );
}

export interface MenuRadioItemProps extends MenuItemContent {
  value: string;
}

/** One of the choices in a MenuRadioGroup. */
export function MenuRadioItem({ value, children, disabled, ...row }: MenuRadioItemProps) {
  return (
    <Base.RadioItem className={menuRowClass()} value={value} disabled={disabled} closeOnClick>
      <MenuRow {...row}>{children}</MenuRow>
      <Base.RadioItemIndicator className="flex text-accent">
        <Check size={16} />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}

/** A line between groups. */
export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
}

export interface MenuGroupProps {
  label: string;
  children: ReactNode;
}

/** Rows under a small heading. */
export function MenuGroup({ label, children }: MenuGroupProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-ink-3 text-xs">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}
