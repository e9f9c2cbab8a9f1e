'use client';

import { Button } from '@parley/ui/button';
import { CharCounter } from '@parley/ui/char-counter';
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSync } from '../../sync/sync-provider.tsx';
import { useChannelCommand } from '../../sync/use-channel-command.ts';
import { Markdown } from '../message/markdown/markdown.tsx';
import { parseMarkdown } from '../message/markdown/parse-markdown.ts';
import { useAnsweredKeys } from '../shortcuts/shortcuts-provider.tsx';
import { keyMeaning, writingShortcuts } from './composer-keys.ts';
import { FormattingBar, formatOfKeys, formatShortcuts } from './formatting-bar.tsx';
import { GrowingTextArea } from './growing-text-area.tsx';
import { applyEdit, formatText, type TextFormat } from './text-formats.ts';
import { codePoints, MOST_CHARACTERS, NEAR_MOST } from './text-length.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import { useDraft } from './use-draft.ts';
import { useEnterSends } from './use-enter-sends.ts';
import { useTypingSignal } from './use-typing-signal.ts';

export interface ComposerFieldProps {
  /** The conversation's `talkKey`. */
  talk: string;
  label: string;
  placeholder?: string;
  /** A reply that is to stand in the channel's timeline too. */
  alsoToChannel?: boolean;
  /** Stands beside the button that sends. */
  aside?: ReactNode;
}

/** The field, the buttons that format, and the one that sends. What is typed is sent as it is. */
export function ComposerField({ talk, label, placeholder = label, alsoToChannel = false, aside }: ComposerFieldProps) {
  const sync = useSync();
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useDraft(talk);
  const [enterSends] = useEnterSends();
  const typing = useTypingSignal(talk);
  const [wantsPreview, setPreviewing] = useState(false);
  const previewing = wantsPreview && body.trim() !== '';
  const length = codePoints(body);
  const sendable = body.trim() !== '' && length <= MOST_CHARACTERS;
  useComposerFocus(field);
  useAnsweredKeys(useMemo(() => [...writingShortcuts(enterSends), ...formatShortcuts], [enterSends]));
  useChannelCommand(talk, (command) => {
    if (command.type === 'compose') setBody(body.trim() === '' ? command.text : `${body}\n${command.text}`);
    if (command.type === 'compose' || command.type === 'focusComposer') field.current?.focus({ preventScroll: true });
  });

  function send() {
    if (!sendable) return;
    sync.send(talk, body, { alsoToChannel });
    typing.stopped();
    // The field may only come back now, from behind the preview.
    flushSync(() => {
      setBody('');
      setPreviewing(false);
    });
    field.current?.focus({ preventScroll: true });
  }
  const format = useCallback((name: TextFormat) => {
    const element = field.current;
    if (!element) return;
    const { value: text, selectionStart: start, selectionEnd: end } = element;
    applyEdit(element, formatText({ text, start, end }, name));
  }, []);
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const wanted = formatOfKeys(event);
    const writing = { text: body, caret: event.currentTarget.selectionStart, enterSends };
    const meaning = wanted ? null : keyMeaning(event.nativeEvent, writing);
    if (wanted) format(wanted);
    else if (meaning === 'send') send();
    else if (meaning === 'editLast') sync.commands.emit(talk, { type: 'editLast' });
    else if (meaning === 'leave') sync.commands.emit(talk, { type: 'markRead' });
    if (wanted || meaning) event.preventDefault();
  }
  return (
    <div
      data-field-box
      className="mx-5 mt-1.5 rounded-xl border border-line-strong bg-raised transition-colors focus-within:border-line-control max-sm:mx-3"
    >
      <FormattingBar disabled={previewing} onFormat={format} />
      {previewing ? (
        <Preview text={body} />
      ) : (
        <GrowingTextArea
          ref={field}
          value={body}
          aria-label={label}
          placeholder={placeholder}
          className="max-h-[40vh] overflow-y-auto px-3.25 pt-1.75 pb-1 max-sm:max-h-[30vh]"
          onChange={(event) => {
            setBody(event.target.value);
            if (event.target.value.trim() === '') typing.stopped();
            else typing.typed();
          }}
          onKeyDown={onKeyDown}
          onBlur={typing.stopped}
        />
      )}
      <div className="flex items-center gap-3 pt-0.5 pr-2.25 pb-2 pl-3.25">
        <button
          type="button"
          aria-pressed={previewing}
          disabled={body.trim() === ''}
          onClick={() => {
            flushSync(() => setPreviewing(!previewing));
            field.current?.focus({ preventScroll: true });
          }}
          className="touch-row rounded-xs text-ink-3 text-xs transition-colors hover:enabled:text-ink aria-pressed:text-accent"
        >
          Markdown · {previewing ? 'Write' : 'Preview'}
        </button>
        {aside}
        {length > NEAR_MOST ? <CharCounter length={length} max={MOST_CHARACTERS} /> : null}
        <Button variant="primary" size="sm" disabled={!sendable} className="ml-auto" onClick={send}>
          Send
        </Button>
      </div>
    </div>
  );
}

/** The text as it will look. */
function Preview({ text }: { text: string }) {
  return (
    <div className="max-h-[40vh] overflow-y-auto whitespace-pre-wrap px-3.25 pt-1.75 pb-1 [overflow-wrap:anywhere]">
      <Markdown blocks={parseMarkdown(text)} />
    </div>
  );
}
