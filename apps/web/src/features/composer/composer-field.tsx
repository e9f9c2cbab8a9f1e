'use client';

import { type KeyboardEvent, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkOf } from '../../sync/talk.ts';
import { useChannelCommand } from '../../sync/use-channel-command.ts';
import { lateComponent } from '../shell/late-code.ts';
import { useAnsweredKeys } from '../shortcuts/shortcuts-provider.tsx';
import { CompletingField } from './completing-field.tsx';
import { ComposerFooter } from './composer-footer.tsx';
import { keyMeaning, writingShortcuts } from './composer-keys.ts';
import { ComposerPreview } from './composer-preview.tsx';
import { continueList } from './continue-list.ts';
import { FormattingBar, formatOfKeys, formatShortcuts } from './formatting-bar.tsx';
import { applyEdit, formatText, type TextFormat } from './text-formats.ts';
import { codePoints, MOST_CHARACTERS } from './text-length.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import { useDraft } from './use-draft.ts';
import { useEarlyDraft } from './use-early-draft.ts';
import { useEnterSends } from './use-enter-sends.ts';
import { useMentionNames } from './use-mention-names.ts';
import { usePaste } from './use-paste.ts';
import { useSending } from './use-sending.ts';
import { useTypingSignal } from './use-typing-signal.ts';

const SendQuestionDialog = lateComponent(async () => (await import('./send-question-dialog.tsx')).SendQuestionDialog);

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

/** The field, the buttons that format, and the one that sends. */
export function ComposerField({ talk, label, placeholder = label, alsoToChannel = false, aside }: ComposerFieldProps) {
  const sync = useSync();
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useDraft(talk);
  const { text, setText, names } = useMentionNames(body, setBody);
  const [enterSends] = useEnterSends();
  const typing = useTypingSignal(talk);
  const paste = usePaste();
  const [wantsPreview, setPreviewing] = useState(false);
  const [formatting, setFormatting] = useState(false);
  const previewing = wantsPreview && body.trim() !== '';
  const length = codePoints(body);
  const sendable = body.trim() !== '' && length <= MOST_CHARACTERS;
  const focus = () => field.current?.focus({ preventScroll: true });
  const sending = useSending({ talk, names, body, alsoToChannel, onDone: empty });
  const early = useEarlyDraft(talk, field, text);
  useComposerFocus(field);
  useAnsweredKeys(useMemo(() => [...writingShortcuts(enterSends), ...formatShortcuts], [enterSends]));
  useChannelCommand(talk, (command) => {
    if (command.type === 'compose') setBody(body.trim() === '' ? command.text : `${body}\n${command.text}`);
    if (command.type === 'compose' || command.type === 'focusComposer') focus();
  });

  function empty(): void {
    typing.stopped();
    // The field may only come back now, from behind the preview.
    flushSync(() => {
      setBody('');
      setPreviewing(false);
    });
    focus();
  }
  const format = useCallback((name: TextFormat) => {
    const element = field.current;
    if (!element) return;
    const { value, selectionStart: start, selectionEnd: end } = element;
    applyEdit(element, formatText({ text: value, start, end }, name));
  }, []);
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    paste.onKeyDown(event);
    const element = event.currentTarget;
    const wanted = formatOfKeys(event);
    const meaning = wanted ? null : keyMeaning(event.nativeEvent, { text, caret: element.selectionStart, enterSends });
    if (wanted) format(wanted);
    else if (meaning === 'send' && early.current) pressAgain(event.nativeEvent, element, early.current);
    else if (meaning === 'send' && sendable) sending.submit();
    else if (meaning === 'editLast') sync.commands.emit(talk, { type: 'editLast' });
    else if (meaning === 'leave') sync.commands.emit(talk, { type: 'markRead' });
    else if (!meaning && !breakLine(event, element)) return;
    event.preventDefault();
  }
  function change(changed: string): void {
    setText(changed);
    sending.setProblem(null);
    if (changed.trim() === '') typing.stopped();
    else typing.typed();
  }
  return (
    <div
      data-field-box
      className="mx-5 mt-1.5 rounded-xl border border-line-strong bg-raised transition-colors focus-within:border-line-control max-sm:mx-3"
    >
      <FormattingBar disabled={previewing} open={formatting} onFormat={format} />
      {previewing ? (
        <ComposerPreview text={names.finish(body)} />
      ) : (
        <CompletingField
          ref={field}
          {...{ talk, names, text, label, placeholder, onKeyDown }}
          commands
          className="max-h-[40vh] overflow-y-auto px-3.25 pt-1.75 pb-1 max-sm:max-h-[30vh]"
          onText={change}
          onPaste={paste.onPaste}
          onBlur={typing.stopped}
        />
      )}
      <p role="alert" className="px-3.25 text-danger text-sm">
        {sending.problem}
      </p>
      <ComposerFooter
        {...{ field, talk, body, names, sendable, length, previewing, formatting, aside }}
        onFormatting={() => setFormatting(!formatting)}
        onPreview={() => {
          flushSync(() => setPreviewing(!previewing));
          focus();
        }}
        onSend={sending.submit}
        onScheduled={empty}
      />
      <Suspense>
        {sending.question ? (
          <SendQuestionDialog
            channelId={talkOf(talk).channelId}
            question={sending.question}
            onClose={() => sending.setQuestion(null)}
            onSend={sending.question.kind === 'everybody' ? sending.putAsked : sending.putOrAsk}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

/** Presses a key once what was typed before the page was alive is heard, if it stands in the field alone. */
function pressAgain(pressed: globalThis.KeyboardEvent, field: HTMLTextAreaElement, heard: Promise<boolean>): void {
  const again = new globalThis.KeyboardEvent(pressed.type, pressed);
  // The field is drawn with it first.
  void heard.then((alone) => alone && setTimeout(() => field.dispatchEvent(again)));
}

/** A line break within a list goes on with it. Answers whether the key was one. */
function breakLine({ key, nativeEvent, ctrlKey, metaKey, altKey }: KeyboardEvent, field: HTMLTextAreaElement): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing || ctrlKey || metaKey || altKey) return false;
  const { value, selectionStart, selectionEnd } = field;
  const edit = selectionStart === selectionEnd ? continueList(value, selectionStart) : null;
  if (edit) applyEdit(field, edit);
  return edit !== null;
}
