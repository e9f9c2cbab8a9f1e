import { describe, expect, it } from 'vitest';
import { sampleMembership } from '../../sync/testing/sample-membership.ts';
import { isMuted, nextMuteEnd } from './is-muted.ts';

const membership = sampleMembership();
const until = (mutedUntil: string) => ({ ...membership, mutedUntil });
const noon = Date.parse('2026-05-01T12:00:00.000Z');

describe('a channel is muted', () => {
  it('until the moment that was set, and not from then on', () => {
    const muted = until('2026-05-01T12:00:00.000Z');
    expect(isMuted(muted, noon - 1)).toBe(true);
    expect(isMuted(muted, noon)).toBe(false);
  });

  it('for as long as one wants to hear nothing of it', () => {
    expect(isMuted({ ...membership, notificationLevel: 'NONE' }, noon)).toBe(true);
    expect(isMuted(membership, noon)).toBe(false);
    expect(isMuted(null, noon)).toBe(false);
  });
});

describe('the next mute to end', () => {
  it('is the earliest that is still to come', () => {
    const all = [
      until('2026-05-01T15:00:00.000Z'),
      null,
      until('2026-05-01T11:00:00.000Z'),
      until('2026-05-01T13:00:00.000Z'),
    ];
    expect(nextMuteEnd(all, noon)).toBe(Date.parse('2026-05-01T13:00:00.000Z'));
  });

  it('is none when nothing ends by itself', () => {
    expect(nextMuteEnd([membership, null, until('2026-05-01T11:00:00.000Z')], noon)).toBeNull();
  });
});
