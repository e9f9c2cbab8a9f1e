'use client';

import type { Message } from '@parley/realtime/shapes';
import { useTimeSettings } from '@parley/ui/time';
import { formatTime } from '@parley/ui/time-format';
import { tooltip } from '@parley/ui/tooltip';
import clsx from 'clsx';
import { isOnlyEmoji } from './is-only-emoji.ts';
import { Markdown } from './markdown/markdown.tsx';
import { parseMessage } from './markdown/parse-markdown.ts';

/** A message's text, with what happened to it since. */
export function MessageBody({ message }: { message: Message }) {
  const { body, editedAt, deletedAt } = message;
  if (deletedAt) return <p className="text-ink-3">This message was deleted</p>;
  const large = isOnlyEmoji(body);
  return (
    <div
      className={clsx(
        'whitespace-pre-wrap break-words [overflow-wrap:anywhere]',
        large && 'text-[1.75rem] leading-snug',
      )}
    >
      <Markdown blocks={parseMessage(message)} after={editedAt ? <Edited at={editedAt} /> : null} />
    </div>
  );
}

function Edited({ at }: { at: string }) {
  const settings = useTimeSettings();
  return (
    <small
      {...tooltip(`Edited ${formatTime(new Date(at), 'full', settings)}`)}
      className="whitespace-nowrap text-ink-3 text-xs"
    >
      {' '}
      (edited)
    </small>
  );
}
