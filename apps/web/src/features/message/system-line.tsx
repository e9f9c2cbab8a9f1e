'use client';

import type { Message, SystemNote } from '@parley/realtime/shapes';
import { usePerson } from '../../sync/use-person.ts';
import { wordsOf } from './system-words.ts';

/** What happened in the channel, in one quiet line. */
export function SystemLine({ message }: { message: Message }) {
  if (!message.system) return null;
  return (
    <p>
      <b className="font-medium">{message.author.displayName}</b>{' '}
      <Words note={message.system} byId={message.author.id} />
    </p>
  );
}

function Words({ note, byId }: { note: SystemNote; byId: string }) {
  const { before, userId, after } = wordsOf(note, byId);
  return (
    <>
      {before}
      {userId === null ? null : <Name id={userId} />}
      {after}
    </>
  );
}

function Name({ id }: { id: string }) {
  return <b className="font-medium">{usePerson(id)?.displayName ?? 'someone'}</b>;
}
