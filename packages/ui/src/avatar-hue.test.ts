import { describe, expect, it } from 'vitest';
import { avatarHue, initials } from './avatar-hue.tsx';

describe('avatarHue', () => {
  it('answers the same for an id every time, within the ten hues', () => {
    const id = '01932b6e-7b7c-7cc2-b1a3-9d2f6f1e2a01';
    expect(avatarHue(id)).toBe(avatarHue(id));
    expect(avatarHue('')).toBeLessThan(10);
  });

  it('spreads ids that differ only at the end', () => {
    const ids = Array.from({ length: 1000 }, (_, n) => `01932b6e-7b7c-7cc2-b1a3-${String(n).padStart(12, '0')}`);
    const counts = Array.from({ length: 10 }, (_, hue) => ids.filter((id) => avatarHue(id) === hue).length);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });
});

describe('initials', () => {
  it.each([
    ['Mira Osei', 'MO'],
    ['Tomás Lindqvist', 'TL'],
    ['Ana Maria Ferreira', 'AF'],
    ['deploybot', 'DE'],
    ['élan', 'ÉL'],
    ['王小明', '王小'],
    ['  J ', 'J'],
    ['(Sam) [he/him]', 'SH'],
    ['', '?'],
    ['🎉', '?'],
  ])('%s is %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
