import { describe, expect, it } from 'vitest';
import { Heart } from './heart.ts';

const limits = { firstMessageMs: 9_000, pingMs: 30_000, pongMs: 5_000 };
const well = { known: true, flowing: true };

/** A heart that has spoken at 0, and the moment of its first ping, which is a random one. */
function pinged(): { heart: Heart; at: number } {
  const heart = new Heart(limits, 0);
  heart.hearMessage(0);
  for (let at = 0; at <= 30_000; at += 1_000) {
    if (heart.check(at, well) === 'ping') return { heart, at };
  }
  throw new Error('There was no ping within 30 s.');
}

describe('silence', () => {
  it('is borne for a while', () => {
    const heart = new Heart(limits, 0);
    expect(heart.check(8_999, well)).not.toBe('silent');
    expect(heart.check(9_000, well)).toBe('silent');
  });

  it('is not broken by signs of life, nor by words of somebody unknown', () => {
    const heart = new Heart(limits, 0);
    heart.hearPong(5_000);
    expect(heart.check(9_000, well)).toBe('silent');
    heart.hearMessage(5_000);
    expect(heart.check(9_000, { ...well, known: false })).toBe('silent');
    expect(heart.check(9_000, well)).not.toBe('silent');
  });
});

describe('a ping', () => {
  it('is sent every 30 s while it is answered', () => {
    const { heart, at } = pinged();
    heart.hearPong(at + 10);
    expect(heart.check(at + 29_999, well)).toBe('well');
    expect(heart.check(at + 30_000, well)).toBe('ping');
  });

  it('has 5 s to be answered', () => {
    const { heart, at } = pinged();
    expect(heart.check(at + 4_999, well)).toBe('well');
    expect(heart.check(at + 5_000, well)).toBe('dead');
  });

  it('is answered by any message', () => {
    const { heart, at } = pinged();
    heart.hearMessage(at + 4_000);
    expect(heart.check(at + 5_000, well)).toBe('well');
  });

  it('has its time from when nothing stands before it', () => {
    const { heart, at } = pinged();
    expect(heart.check(at + 20_000, { ...well, flowing: false })).toBe('well');
    expect(heart.check(at + 24_999, well)).toBe('well');
    expect(heart.check(at + 25_000, well)).toBe('dead');
  });
});
