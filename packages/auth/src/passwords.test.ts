import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { isPasswordQueueFull } from './password-queue.ts';
import { hashPassword, isOutdatedHash, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('fit their own hash and no other', async () => {
    const stored = await hashPassword('a long quiet river');
    expect(await verifyPassword(stored, 'a long quiet river')).toBe(true);
    expect(await verifyPassword(stored, 'a long quiet rivers')).toBe(false);
  });

  it('are hashed with Argon2id and a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('twice the same'), hashPassword('twice the same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('are not cut: a difference in the 1,024th byte counts', async () => {
    const head = 'x'.repeat(1023);
    const stored = await hashPassword(`${head}a`);
    expect(await verifyPassword(stored, `${head}b`)).toBe(false);
    expect(await verifyPassword(stored, `${head}a`)).toBe(true);
  });

  it('never fit for somebody unknown', async () => {
    expect(await verifyPassword(null, 'anything at all')).toBe(false);
  });

  it('tell a hash of older parameters', async () => {
    const older = await hash('a long quiet river', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(isOutdatedHash(older)).toBe(true);
    expect(await verifyPassword(older, 'a long quiet river')).toBe(true);
    expect(isOutdatedHash(await hashPassword('a long quiet river'))).toBe(false);
  });

  it('refuse a flood instead of queueing it without end, and serve what was queued', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 80 }, () => verifyPassword(null, 'flood')));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((answer) => isPasswordQueueFull(answer.reason))).toBe(true);
    expect(answers.filter((answer) => answer.status === 'fulfilled').length).toBeGreaterThanOrEqual(50);
    expect(await verifyPassword(null, 'after the flood')).toBe(false);
  });
});
