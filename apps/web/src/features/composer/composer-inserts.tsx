'use client';

import { IconButton } from '@parley/ui/icon-button';
import AtSign from 'lucide-react/icons/at-sign';
import Smile from 'lucide-react/icons/smile';
import { type RefObject, useState } from 'react';
import { EmojiButton } from '../emoji/emoji-button.tsx';
import { applyEdit } from './text-formats.ts';

export interface ComposerInsertsProps {
  field: RefObject<HTMLTextAreaElement | null>;
  disabled: boolean;
  /** There is little room: only what a key can't do as well. */
  narrow: boolean;
}

/** Puts a text where the field's caret stands, apart from the word before it. */
function insertAtCaret(field: HTMLTextAreaElement | null, text: string): void {
  if (!field) return;
  const { value, selectionStart: from, selectionEnd: to } = field;
  const insert = from === 0 || /\s$/.test(value.slice(0, from)) ? text : ` ${text}`;
  applyEdit(field, { from, to, insert, start: from + insert.length, end: from + insert.length });
}

/** Buttons for what not everybody knows how to type: an emoji, and somebody's name. */
export function ComposerInserts({ field, disabled, narrow }: ComposerInsertsProps) {
  const [picking, setPicking] = useState(false);
  return (
    <div className="-ml-1.5 flex gap-0.5 max-sm:hidden">
      <EmojiButton
        label="Choose an emoji"
        align="start"
        open={picking}
        onOpenChange={setPicking}
        focusAfter={field}
        onPick={(emoji) => insertAtCaret(field.current, `${emoji} `)}
        trigger={
          <IconButton label="Emoji" size="sm" disabled={disabled}>
            <Smile size={16} />
          </IconButton>
        }
      />
      {narrow ? null : (
        <IconButton
          label="Mention somebody"
          size="sm"
          disabled={disabled}
          // The field keeps its focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => insertAtCaret(field.current, '@')}
        >
          <AtSign size={16} />
        </IconButton>
      )}
    </div>
  );
}
