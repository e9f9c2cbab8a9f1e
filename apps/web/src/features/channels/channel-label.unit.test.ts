import type { User } from '@parley/realtime/shapes';
import { describe, expect, it } from 'vitest';
import { channelLabel, othersIn } from './channel-label.ts';

const person = (displayName: string): User => ({
  id: displayName,
  handle: displayName.toLowerCase(),
  displayName,
  avatarUrl: null,
  kind: 'PERSON',
  title: null,
  timezone: null,
  status: null,
  deactivatedAt: null,
});
const people = (...names: string[]): User[] => names.map(person);

describe('what a list calls a place', () => {
  it('is a channel’s own name', () => {
    expect(channelLabel({ kind: 'PRIVATE', name: 'hiring' }, 'Ana')).toBe('hiring');
  });

  it('is who else is in a conversation: one by their whole name, several by their first names', () => {
    expect(channelLabel({ kind: 'DIRECT', name: '', people: people('Ana', 'Mira Osei') }, 'Ana')).toBe('Mira Osei');
    expect(channelLabel({ kind: 'GROUP', name: '', people: people('Jules K.', 'Ana', 'Wen Li') }, 'Ana')).toBe(
      'Jules, Wen',
    );
  });

  it('is one’s own notes where nobody else is', () => {
    expect(channelLabel({ kind: 'DIRECT', name: '', people: people('Ana') }, 'Ana')).toBe('Your notes');
    expect(othersIn({ people: people('Ana') }, 'Ana')).toEqual([]);
  });
});
