'use client';

import { Button } from '@parley/ui/button';
import { CharCounter } from '@parley/ui/char-counter';
import { IconButton } from '@parley/ui/icon-button';
import clsx from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, type RefObject, Suspense, useState } from 'react';
import { lateComponent } from '../shell/late-code.ts';
import { ComposerInserts } from './composer-inserts.tsx';
import type { MentionNames } from './mention-names.ts';
import { MOST_CHARACTERS, NEAR_MOST } from './text-length.ts';

const ScheduleMenu = lateComponent(async () => (await import('./schedule-menu.tsx')).ScheduleMenu);

export interface ComposerFooterProps {
  field: RefObject<HTMLTextAreaElement | null>;
  /** The conversation's `talkKey`. */
  talk: string;
  body: string;
  names: MentionNames;
  sendable: boolean;
  length: number;
  previewing: boolean;
  formatting: boolean;
  aside: ReactNode;
  onPreview: () => void;
  onFormatting: () => void;
  onSend: () => void;
  /** The message is to be sent later: it is kept. */
  onScheduled: () => void;
}

/** Under the field: how it will look, how much room is left, and the ways to send. */
export function ComposerFooter(props: ComposerFooterProps) {
  const { field, sendable, length, previewing, formatting, aside, onPreview, onFormatting, onSend } = props;
  return (
    <div className="flex items-center gap-3 pt-0.5 pr-2.25 pb-2 pl-3.25">
      <ComposerInserts {...{ field, formatting, onFormatting }} disabled={previewing} narrow={aside !== undefined} />
      <button
        type="button"
        aria-pressed={previewing}
        disabled={props.body.trim() === ''}
        onClick={onPreview}
        className={clsx(
          'touch-row whitespace-nowrap rounded-xs text-ink-3 text-xs transition-colors hover:enabled:text-ink aria-pressed:text-accent',
          aside !== undefined && 'max-sm:hidden',
        )}
      >
        {aside === undefined ? <span className="max-sm:hidden">Markdown · </span> : null}
        {previewing ? 'Write' : 'Preview'}
      </button>
      {aside}
      {length > NEAR_MOST ? <CharCounter length={length} max={MOST_CHARACTERS} /> : null}
      <div className="ml-auto flex items-center gap-px">
        <Button variant="primary" size="sm" disabled={!sendable} className="rounded-r-none" onClick={onSend}>
          Send
        </Button>
        <SendLater {...props} />
      </div>
    </div>
  );
}

function SendLater({ talk, body, names, sendable, onScheduled }: ComposerFooterProps) {
  const [asked, setAsked] = useState(false);
  const button = (
    <IconButton
      label="Send later"
      variant="primary"
      disabled={!sendable}
      className="rounded-l-none disabled:bg-ink/8 disabled:text-ink-3"
      onClick={asked ? undefined : () => setAsked(true)}
    >
      <ChevronDown size={16} />
    </IconButton>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <ScheduleMenu trigger={button} talk={talk} body={names.finish(body)} onScheduled={onScheduled} />
    </Suspense>
  );
}
