import { describe, expect, it } from 'vitest';
import { addSection, changeSection, moveSection, putInSection, removeSection } from './section-changes.ts';

const sections = [
  { id: 'a', name: 'A', channelIds: ['1', '2'], collapsed: false, order: 'NAME' as const },
  { id: 'b', name: 'B', channelIds: ['3'], collapsed: false, order: 'NAME' as const },
];
const drawn = (list: readonly { name: string; channelIds: readonly string[] }[]) =>
  list.map(({ name, channelIds }) => `${name} ${channelIds.join()}`);

describe('a change of sections', () => {
  it('puts a channel into one section, and out of the others', () => {
    expect(drawn(putInSection('1', 'b')(sections))).toEqual(['A 2', 'B 3,1']);
    expect(drawn(putInSection('1', null)(sections))).toEqual(['A 2', 'B 3']);
    expect(drawn(putInSection('4', 'a')(sections))).toEqual(['A 1,2,4', 'B 3']);
  });

  it('makes, renames, folds and removes a section', () => {
    expect(drawn(addSection('C', '3')(sections))).toEqual(['A 1,2', 'B ', 'C 3']);
    const add = addSection('C');
    expect(drawn(add(sections))).toEqual(['A 1,2', 'B 3', 'C ']);
    expect(add(sections)).toEqual(add(sections));
    expect(changeSection('a', { order: 'RECENT' })(sections)[0]).toEqual({ ...sections[0], order: 'RECENT' });
    expect(changeSection('b', { name: 'Bee', collapsed: true })(sections)[1]).toMatchObject({
      id: 'b',
      name: 'Bee',
      collapsed: true,
    });
    expect(drawn(removeSection('a')(sections))).toEqual(['B 3']);
  });

  it('moves a section, as far as there is room', () => {
    expect(drawn(moveSection('b', -1)(sections))).toEqual(['B 3', 'A 1,2']);
    expect(drawn(moveSection('b', 1)(sections))).toEqual(['A 1,2', 'B 3']);
  });
});
