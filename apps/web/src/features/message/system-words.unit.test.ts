import { describe, expect, it } from 'vitest';
import { wordsOf } from './system-words.ts';

describe('the words of a system message', () => {
  it('name somebody else only when they are not the one who did it', () => {
    expect(wordsOf({ type: 'joined', userId: 'ana' }, 'ana')).toEqual({ before: 'joined.', userId: null, after: '' });
    expect(wordsOf({ type: 'left', userId: 'ben' }, 'ana')).toEqual({ before: 'removed ', userId: 'ben', after: '.' });
  });

  it('say what something was and is', () => {
    expect(wordsOf({ type: 'renamed', from: 'a', to: 'b' }, 'ana').before).toBe('renamed the channel from a to b.');
    expect(wordsOf({ type: 'topic', topic: '' }, 'ana').before).toBe('cleared the topic.');
  });
});
