'use client';

import type { Message } from '@parley/realtime/shapes';
import { useSession } from '../../sync/session.tsx';
import { usePerson } from '../../sync/use-person.ts';
import { MessageBody } from './message-body.tsx';
import { systemNoteWords } from './system-note-words.ts';

/** What happened in the channel, quietly; several of one kind in one line. */
export function SystemNoteLine({ notes }: { notes: readonly Message[] }) {
  const { workspace } = useSession();
  const note = notes.at(-1);
  const system = note?.system ?? null;
  const about = system && 'userId' in system ? system.userId : null;
  const person = usePerson(about);
  if (!note) return null;
  return (
    <div className="min-w-0 text-ink-3 text-sm [overflow-wrap:anywhere]" data-system-note="">
      {system && !note.deletedAt ? (
        <p>
          {systemNoteWords(notes, () => person?.displayName ?? 'someone')}
          {system.type === 'pinned' ? (
            <>
              {' '}
              <a href={`/w/${workspace.slug}/${note.channelId}?message=${system.messageId}`} className="link">
                Show
              </a>
            </>
          ) : null}
        </p>
      ) : (
        <MessageBody message={note} />
      )}
    </div>
  );
}
