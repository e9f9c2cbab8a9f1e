import { describe, expect, it } from 'vitest';
import { createRateLimits } from '../src/rate-limits/create-rate-limits.ts';
import type { RateLimitDriver } from '../src/rate-limits/rate-limit-driver.ts';
import { until } from './until.ts';

const table = {
  send: { points: 5, seconds: 60 },
  signIn: { points: 3, seconds: 60, blockSeconds: 600, failClosed: true },
  quick: { points: 2, seconds: 1 },
};

/** What every driver of limits must do, shown on two servers (one and the same where there is but one process). */
export function limitsContract(name: string, open: () => { near: RateLimitDriver; far: RateLimitDriver }): void {
  describe(`limits in ${name}`, () => {
    const limits = () => {
      const { near, far } = open();
      return { near: createRateLimits(table, near), far: createRateLimits(table, far), key: crypto.randomUUID() };
    };

    it('lets so many pass, says how many are left, then when to come again', async () => {
      const { near, far, key } = limits();
      const remaining: number[] = [];
      for (let count = 0; count < 5; count += 1) {
        const result = await (count % 2 ? far : near).consume('send', key);
        expect(result.ok).toBe(true);
        expect(result.limit).toBe(5);
        remaining.push(result.remaining);
      }
      expect(remaining).toEqual([4, 3, 2, 1, 0]);
      const refused = await near.consume('send', key);
      expect(refused).toMatchObject({ ok: false, limit: 5, remaining: 0, reason: 'LIMIT' });
      const wait = refused.ok ? 0 : refused.retryAfterSeconds;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
      expect(refused.resetMs).toBeGreaterThan(0);
    });

    it('counts keys and names apart, and points together', async () => {
      const { near, far, key } = limits();
      expect(await near.consume('send', key, 4)).toMatchObject({ ok: true, remaining: 1 });
      expect((await far.consume('send', key, 2)).ok).toBe(false);
      expect((await near.consume('send', `${key}'`)).ok).toBe(true);
      expect((await near.consume('signIn', key)).ok).toBe(true);
    });

    it('never lets more pass than there are, however many come at once', async () => {
      const { near, far, key } = limits();
      const tries = Array.from({ length: 40 }, (_, index) => (index % 2 ? near : far).consume('send', key));
      expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(5);
    });

    it('gives points back, but never more than were taken', async () => {
      const { near, far, key } = limits();
      await near.reward('send', key, 3);
      expect(await near.consume('send', key)).toMatchObject({ ok: true, remaining: 4 });
      await far.reward('send', key, 3);
      expect(await near.consume('send', key)).toMatchObject({ ok: true, remaining: 4 });
    });

    it('blocks for longer than the window where the rule says so, until it is reset', async () => {
      const { near, far, key } = limits();
      for (let count = 0; count < 3; count += 1) await near.consume('signIn', key);
      expect(await near.consume('signIn', key)).toMatchObject({ ok: false, retryAfterSeconds: 600 });
      const again = await far.consume('signIn', key);
      expect(again.ok ? 0 : again.retryAfterSeconds).toBeGreaterThan(60);
      await far.reset('signIn', key);
      expect(await near.consume('signIn', key)).toMatchObject({ ok: true, remaining: 2 });
    });

    it('forgets when the window is over', async () => {
      const { near, key } = limits();
      for (let count = 0; count < 3; count += 1) await near.consume('quick', key);
      expect((await near.consume('quick', key)).ok).toBe(false);
      await until('the window is over', async () => (await near.consume('quick', key)).ok);
    });
  });
}
