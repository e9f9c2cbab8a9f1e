import type { Message, SystemNote } from '@parley/realtime/shapes';
import { listed } from './reaction-words.ts';

/** So many people are named in one line. */
const NAMED = 3;

/** Whether a note goes on in the line of the one before it: one after the other came, or left, by themselves. */
export function gathersWith(before: Message | undefined, note: Message): boolean {
  const kind = ownMove(note);
  return kind !== null && before !== undefined && ownMove(before) === kind;
}

function ownMove({ system, author, deletedAt }: Message): 'joined' | 'left' | null {
  if (deletedAt || (system?.type !== 'joined' && system?.type !== 'left')) return null;
  return system.userId === author.id ? system.type : null;
}

/** What notes of one kind say, in a sentence. `nameOf` gives a person's name. */
export function systemNoteWords(notes: readonly Message[], nameOf: (userId: string) => string): string {
  const note = notes.at(-1);
  if (!note?.system) return '';
  const { system, author } = note;
  const actor = author.displayName;
  if (system.type === 'joined' || system.type === 'left') {
    if (system.userId === author.id) return `${together(notes)} ${system.type}`;
    return `${actor} ${system.type === 'joined' ? 'added' : 'removed'} ${nameOf(system.userId)}`;
  }
  return `${actor} ${changeWords(system)}`;
}

/** What somebody did to the channel. */
function changeWords(system: Exclude<SystemNote, { type: 'joined' | 'left' }>): string {
  switch (system.type) {
    case 'renamed':
      return `renamed the channel from #${system.from} to #${system.to}`;
    case 'topic':
      return system.topic ? `set the topic: ${system.topic}` : 'cleared the topic';
    case 'description':
      return system.description ? 'changed the description' : 'cleared the description';
    case 'archived':
      return 'archived the channel';
    case 'unarchived':
      return 'brought the channel back from the archive';
    case 'pinned':
      return 'pinned a message';
  }
}

/** `Ada`, `Ada and Ben`, `Ada and 3 others`: each person once. */
function together(notes: readonly Message[]): string {
  const names = [...new Map(notes.map(({ author }) => [author.id, author.displayName])).values()];
  if (names.length <= NAMED) return listed(names);
  return `${names[0]} and ${names.length - 1} others`;
}
