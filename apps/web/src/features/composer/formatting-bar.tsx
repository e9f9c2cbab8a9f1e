'use client';

import { IconButton } from '@parley/ui/icon-button';
import clsx from 'clsx';
import Bold from 'lucide-react/icons/bold';
import Code from 'lucide-react/icons/code';
import Italic from 'lucide-react/icons/italic';
import LinkIcon from 'lucide-react/icons/link';
import List from 'lucide-react/icons/list';
import ListOrdered from 'lucide-react/icons/list-ordered';
import SquareCode from 'lucide-react/icons/square-code';
import Strikethrough from 'lucide-react/icons/strikethrough';
import Quote from 'lucide-react/icons/text-quote';
import { memo, type ReactNode } from 'react';
import type { Shortcut } from '../shortcuts/shortcut-list.ts';
import type { TextFormat } from './text-formats.ts';

interface FormatButton {
  format: TextFormat;
  label: string;
  keys: string;
  icon: ReactNode;
}

const buttons: readonly FormatButton[] = [
  { format: 'bold', label: 'Bold', keys: 'mod+b', icon: <Bold size={16} /> },
  { format: 'italic', label: 'Italic', keys: 'mod+i', icon: <Italic size={16} /> },
  { format: 'strike', label: 'Strikethrough', keys: 'mod+shift+x', icon: <Strikethrough size={16} /> },
  { format: 'code', label: 'Code', keys: 'mod+e', icon: <Code size={16} /> },
  { format: 'fence', label: 'Code block', keys: 'mod+shift+e', icon: <SquareCode size={16} /> },
  { format: 'quote', label: 'Quote', keys: 'mod+shift+9', icon: <Quote size={16} /> },
  { format: 'list', label: 'List', keys: 'mod+shift+8', icon: <List size={16} /> },
  { format: 'numbers', label: 'Numbered list', keys: 'mod+shift+7', icon: <ListOrdered size={16} /> },
  { format: 'link', label: 'Link', keys: 'mod+shift+u', icon: <LinkIcon size={16} /> },
];

/** The keys of the formats, for the sheet of shortcuts. */
export const formatShortcuts: readonly Shortcut[] = buttons.map(({ keys, label }) => ({
  keys: [keys],
  label,
  group: 'While writing',
}));

interface PressedKeys {
  code: string;
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The format that a key press asks for, or null. */
export function formatOfKeys({ code, key, shiftKey, ctrlKey, metaKey, altKey }: PressedKeys): TextFormat | null {
  if (altKey || ctrlKey === metaKey) return null;
  const name = code.startsWith('Digit') ? code.slice(5) : key.toLowerCase();
  const keys = `mod+${shiftKey ? 'shift+' : ''}${name}`;
  return buttons.find((button) => button.keys === keys)?.format ?? null;
}

export interface FormattingBarProps {
  disabled: boolean;
  /** On a phone it is shown when it is asked for. */
  open: boolean;
  onFormat: (format: TextFormat) => void;
}

/** Buttons that format what is selected. */
export const FormattingBar = memo(function FormattingBar({ disabled, open, onFormat }: FormattingBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Formatting"
      data-open={open || undefined}
      className={clsx('flex gap-0.5 overflow-x-auto px-2 pt-1.5', !open && 'max-sm:hidden')}
    >
      {buttons.map(({ format, label, keys, icon }) => (
        <IconButton
          key={format}
          label={label}
          keys={keys}
          size="sm"
          disabled={disabled}
          // The field keeps its focus and what is selected in it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onFormat(format)}
        >
          {icon}
        </IconButton>
      ))}
    </div>
  );
});
