import type { Message, SystemNote } from '@parley/realtime/shapes';
import { describe, expect, test } from 'vitest';
import { message, person } from '../../sync/testing/model-channel.ts';
import { gathersWith, systemNoteWords } from './system-note-words.ts';

let seq = 0;
function note(system: SystemNote, author = 1): Message {
  seq += 1;
  return message(seq, { kind: 'SYSTEM', body: '', author: person(author), system });
}
const joins = (number: number) => note({ type: 'joined', userId: person(number).id }, number);
const words = (...notes: Message[]) => systemNoteWords(notes, () => 'Zoe');

describe('notes', () => {
  test.each<[SystemNote, string]>([
    [{ type: 'joined', userId: person(1).id }, 'Person 1 joined'],
    [{ type: 'joined', userId: person(2).id }, 'Person 1 added Zoe'],
    [{ type: 'left', userId: person(1).id }, 'Person 1 left'],
    [{ type: 'left', userId: person(2).id }, 'Person 1 removed Zoe'],
    [{ type: 'renamed', from: 'old', to: 'new' }, 'Person 1 renamed the channel from #old to #new'],
    [{ type: 'topic', topic: 'tides' }, 'Person 1 set the topic: tides'],
    [{ type: 'topic', topic: '' }, 'Person 1 cleared the topic'],
    [{ type: 'pinned', messageId: 'm' }, 'Person 1 pinned a message'],
  ])('%j', (system, said) => expect(words(note(system))).toBe(said));

  test('of several who came one after the other are one line', () => {
    expect(words(joins(1), joins(2))).toBe('Person 1 and Person 2 joined');
    expect(words(joins(1), joins(2), joins(3), joins(4))).toBe('Person 1 and 3 others joined');
    expect(words(joins(1), joins(2), joins(1))).toBe('Person 1 and Person 2 joined');
  });

  test('gather only with their like', () => {
    expect(gathersWith(joins(1), joins(2))).toBe(true);
    expect(gathersWith(undefined, joins(2))).toBe(false);
    expect(gathersWith(message(1), joins(2))).toBe(false);
    expect(gathersWith(note({ type: 'left', userId: person(1).id }), joins(2))).toBe(false);
    expect(gathersWith(note({ type: 'joined', userId: person(5).id }), joins(2))).toBe(false);
    expect(gathersWith(note({ type: 'archived' }), note({ type: 'archived' }))).toBe(false);
  });
});
