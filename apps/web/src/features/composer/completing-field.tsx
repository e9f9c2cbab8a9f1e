'use client';

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  Suspense,
  useCallback,
  useImperativeHandle,
  useRef,
} from 'react';
import { lateComponent } from '../shell/late-code.ts';
import { GrowingTextArea } from './growing-text-area.tsx';
import type { MentionNames } from './mention-names.ts';
import { useCompletion } from './use-completion.ts';

const CompletionList = lateComponent(async () => (await import('./completion-list.tsx')).CompletionList);

export interface CompletingFieldProps {
  ref?: Ref<HTMLTextAreaElement>;
  /** The conversation's `talkKey`. */
  talk: string;
  names: MentionNames;
  text: string;
  onText: (text: string) => void;
  label: string;
  placeholder?: string;
  className: string;
  /** Whether a text may begin with a command. */
  commands?: boolean;
  autoFocus?: boolean;
  readOnly?: boolean;
  /** Of keys that the list of completions leaves alone. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  onBlur?: () => void;
}

/** A field for a message that completes people, channels, emoji and commands. Its list never takes the focus. */
export function CompletingField(props: CompletingFieldProps) {
  const { ref, talk, names, text, onText, commands = false, label } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current, []);
  const completion = useCompletion({ field, names, commands });
  const { trigger, listId, activeId, setActiveId, keys, look, close, choose, open } = completion;
  const anchor = useCallback(() => field.current?.closest('[data-field-box]') ?? field.current, []);
  return (
    <>
      <GrowingTextArea
        ref={field}
        value={text}
        aria-label={label}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus}
        readOnly={props.readOnly}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && activeId ? activeId : undefined}
        className={props.className}
        onChange={(event) => {
          onText(event.target.value);
          look();
        }}
        onSelect={look}
        onPaste={props.onPaste}
        onBlur={() => {
          close();
          props.onBlur?.();
        }}
        onKeyDown={(event) => {
          if (completion.onKeyDown(event)) event.preventDefault();
          else props.onKeyDown(event);
        }}
      />
      <Suspense>
        {trigger ? (
          <CompletionList
            ref={keys}
            id={listId}
            talk={talk}
            trigger={trigger}
            anchor={anchor}
            onActive={setActiveId}
            onChoose={choose}
          />
        ) : null}
      </Suspense>
    </>
  );
}
