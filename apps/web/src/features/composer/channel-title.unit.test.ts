import type { User } from '@parley/realtime/shapes';
import { describe, expect, it } from 'vitest';
import { whereIn } from './channel-title.ts';

const people = (...names: string[]): User[] =>
  names.map((displayName) => ({
    id: displayName,
    handle: displayName.toLowerCase(),
    displayName,
    avatarUrl: null,
    kind: 'PERSON',
    title: null,
    timezone: null,
    status: null,
    deactivatedAt: null,
  }));

describe('where somebody did something', () => {
  const direct = { kind: 'DIRECT', name: '', people: people('Ana', 'Mira Osei') } as const;

  it('is a channel by its name', () => {
    expect(whereIn({ kind: 'PUBLIC', name: 'general' }, 'Ana', 'Mira Osei')).toBe('in #general');
  });

  it('does not say again who did it', () => {
    expect(whereIn(direct, 'Ana', 'Mira Osei')).toBe('in a direct message');
  });

  it('says whom one’s own message was for', () => {
    expect(whereIn(direct, 'Ana', 'Ana')).toBe('in a conversation with Mira Osei');
  });

  it('is short for a conversation of several', () => {
    const group = { kind: 'GROUP', name: '', people: people('Jules K.', 'Ana', 'Wen Li') } as const;
    expect(whereIn(group, 'Ana', 'Wen Li')).toBe('in a conversation with Jules, Wen');
  });

  it('is one’s own notes where nobody else is', () => {
    expect(whereIn({ kind: 'DIRECT', name: '', people: people('Ana') }, 'Ana', 'Ana')).toBe('in your notes');
  });
});
