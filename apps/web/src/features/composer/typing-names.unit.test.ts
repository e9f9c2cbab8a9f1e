import { expect, test } from 'vitest';
import { typingNames } from './typing-names.ts';

test.each([
  [[], null],
  [['Ana'], 'Ana is typing…'],
  [['Ana', 'Wen'], 'Ana and Wen are typing…'],
  [['Ana', 'Wen', 'Mira'], 'Several people are typing…'],
])('%j', (names, words) => expect(typingNames(names)).toBe(words));
