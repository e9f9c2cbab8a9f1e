import { describe, expect, it } from 'vitest';
import { inTurn } from './search-gate.ts';

/** Searches that go on until they are told to end. */
function openSearches() {
  const ends: Array<() => void> = [];
  let begun = 0;
  const search = () => {
    begun += 1;
    return new Promise<string>((resolve) => ends.push(() => resolve('found')));
  };
  const endAll = async (all: ReadonlyArray<Promise<unknown>>): Promise<PromiseSettledResult<unknown>[]> => {
    let settled = false;
    const done = Promise.allSettled(all).finally(() => {
      settled = true;
    });
    while (!settled) {
      for (const end of ends.splice(0)) end();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return done;
  };
  return { search, endAll, begun: () => begun };
}

describe('searches', () => {
  it('of one person leave a turn to others, however many they are', async () => {
    const { search, endAll, begun } = openSearches();
    const many = Array.from({ length: 30 }, () => inTurn('ana', search));
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun()).toBe(3);
    await expect(inTurn('ben', async () => 'at once')).resolves.toBe('at once');
    const results = await endAll(many);
    expect(results.map(({ status }) => status)).toEqual(many.map(() => 'fulfilled'));
    expect(begun()).toBe(30);
  });

  it('wait for each other, and are refused when too many do', async () => {
    const { search, endAll } = openSearches();
    const many = Array.from({ length: 64 }, () => inTurn('ana', search));
    const results = await endAll(many);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'SERVICE_UNAVAILABLE', reason: 'BUSY' });
    await expect(inTurn('ana', async () => 'again')).resolves.toBe('again');
  });

  it('that fail give their turn on', async () => {
    const failing = Array.from({ length: 10 }, () => inTurn('ana', () => Promise.reject(new Error('no'))));
    const results = await Promise.allSettled(failing);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(inTurn('ana', async () => 'again')).resolves.toBe('again');
  });
});
