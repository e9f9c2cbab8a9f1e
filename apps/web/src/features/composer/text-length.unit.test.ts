import { maxBodyLength } from '@parley/api/message/message.input';
import { expect, test } from 'vitest';
import { codePoints, MOST_CHARACTERS } from './text-length.ts';

test('the limit is the server’s', () => expect(MOST_CHARACTERS).toBe(maxBodyLength));

test('an emoji counts once, near the limit', () => expect(codePoints('👍'.repeat(40_000))).toBe(40_000));
