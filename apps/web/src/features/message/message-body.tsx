'use client';

import type { Message } from '@parley/realtime/shapes';
import { useTimeSettings } from '@parley/ui/time';
import { formatTime } from '@parley/ui/time-format';
import { tooltip } from '@parley/ui/tooltip';
import clsx from 'clsx';
import { use } from 'react';
import { isOnlyEmoji } from './is-only-emoji.ts';
import { Markdown } from './markdown/markdown.tsx';
import { parseMessage } from './markdown/parse-markdown.ts';
import { MessageActionsContext, messageRights } from './message-actions.tsx';

/** A message's text, with what happened to it since. */
export function MessageBody({ message }: { message: Message }) {
  const { body, editedAt, deletedAt, deletedBy } = message;
  if (deletedAt) {
    const by = deletedBy === 'ADMIN' ? ' by an admin' : '';
    return <p className="text-ink-3">This message was deleted{by}</p>;
  }
  const large = isOnlyEmoji(body);
  return (
    <div
      className={clsx(
        'whitespace-pre-wrap break-words [overflow-wrap:anywhere]',
        large && 'text-[1.75rem] leading-snug',
      )}
    >
      <Markdown blocks={parseMessage(message)} after={editedAt ? <Edited message={message} at={editedAt} /> : null} />
    </div>
  );
}

const editedStyle = 'whitespace-nowrap text-ink-3 text-xs';

/** Leads to the earlier versions, for those who may see them. */
function Edited({ message, at }: { message: Message; at: string }) {
  const settings = useTimeSettings();
  const actions = use(MessageActionsContext);
  const when = tooltip(`Edited ${formatTime(new Date(at), 'full', settings)}`);
  if (!actions || !messageRights(message, actions.viewer).history) {
    return (
      <small {...when} className={editedStyle}>
        {' '}
        (edited)
      </small>
    );
  }
  return (
    <>
      {' '}
      <button
        type="button"
        aria-label="Edited. Show earlier versions"
        onClick={() => actions.showHistory(message)}
        {...when}
        className={`${editedStyle} rounded-xs underline-offset-2 hover:text-ink hover:underline`}
      >
        (edited)
      </button>
    </>
  );
}
