import { describe, expect, it } from 'vitest';
import { FOREVER, mutedWords, spanEnd } from './mute-spans.ts';

const at = (text: string): Date => new Date(text);

describe('how long a reader wants to hear nothing', () => {
  it('counts from now, and until a morning at nine', () => {
    const now = at('2026-11-21T22:30:00');
    expect(spanEnd('HALF', now)).toBe(at('2026-11-21T23:00:00').toISOString());
    expect(spanEnd('EIGHT', now)).toBe(at('2026-11-22T06:30:00').toISOString());
    expect(spanEnd('TOMORROW', now)).toBe(at('2026-11-22T09:00:00').toISOString());
  });

  it('ends on the next Monday, and on a Monday a week later', () => {
    expect(spanEnd('WEEK', at('2026-11-21T12:00:00'))).toBe(at('2026-11-23T09:00:00').toISOString());
    expect(spanEnd('WEEK', at('2026-11-22T12:00:00'))).toBe(at('2026-11-23T09:00:00').toISOString());
    expect(spanEnd('WEEK', at('2026-11-23T12:00:00'))).toBe(at('2026-11-30T09:00:00').toISOString());
  });

  it('is said while it lasts, without an end where it has none', () => {
    const now = at('2026-11-21T12:00:00').getTime();
    expect(mutedWords(null, now)).toBeNull();
    expect(mutedWords(new Date(now).toISOString(), now)).toBeNull();
    expect(mutedWords(new Date(now + 60_000).toISOString(), now)).toMatch(/^Muted until /);
    expect(mutedWords(FOREVER, now)).toBe('Muted');
  });
});
