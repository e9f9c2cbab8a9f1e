'use client';

import clsx from 'clsx';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type ComponentPropsWithRef, type KeyboardEvent, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import { Kbd } from './kbd.tsx';

export interface SearchFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'value' | 'onChange' | 'ref'> {
  /** Its name; also the placeholder, unless there is one. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  /** A shortcut that leads here, drawn while it is empty. */
  keys?: string | undefined;
}

/** A field to narrow down a list. Escape empties it, and only then goes to what is around it. */
export function SearchField({ label, value, onValueChange, keys, placeholder, className, ...input }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onValueChange('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    input.onKeyDown?.(event);
    if (event.key !== 'Escape' || value === '' || event.defaultPrevented) return;
    event.stopPropagation();
    event.preventDefault();
    clear();
  };
  return (
    <div className={clsx('control-outline touch-row flex h-8 items-center gap-2 rounded-md pr-1 pl-2.5', className)}>
      <Search size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full w-full min-w-0 flex-1 bg-transparent text-field outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {value === '' && keys ? <Kbd keys={keys} className="mr-1" /> : null}
      {value === '' ? null : (
        <IconButton label="Clear" size="sm" onClick={clear}>
          <X size={16} />
        </IconButton>
      )}
    </div>
  );
}
