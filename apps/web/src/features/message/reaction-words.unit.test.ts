import { expect, test } from 'vitest';
import { reactionWords } from './reaction-words.ts';

test.each([
  [{ names: ['Ana'], mine: false, count: 1 }, 'Ana reacted with 🎉'],
  [{ names: ['Ana', 'Ben'], mine: true, count: 3 }, 'Ana, Ben and you reacted with 🎉'],
  [{ names: [], mine: true, count: 1 }, 'You reacted with 🎉'],
  [{ names: [], mine: false, count: 2 }, '2 people reacted with 🎉'],
  [{ names: ['Ana'], mine: true, count: 5 }, 'Ana, you and 3 others reacted with 🎉'],
])('%j reads: %s', (said, words) => expect(reactionWords({ emoji: '🎉', ...said })).toBe(words));
