import { describe, expect, it } from 'vitest';
import { sampleHistory } from '../../test/sample-history.ts';
import { figuresOf } from './figures.ts';
import { percentile } from './percentile.ts';

describe('a percentile', () => {
  it('is the smallest value that covers the share', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 99, 100]);
  });
});

describe('the figures', () => {
  it('count what was acknowledged and what was tried again', () => {
    const history = sampleHistory();
    const [first, second] = history.sends;
    if (first) first.attempts = 2;
    if (second) second.outcome = null;
    expect(figuresOf(history)).toMatchObject({ acknowledged: 37, retried: 1, pages: 1 });
  });

  it('measure an outage from loss to resumption, and leave out the time of a removal', () => {
    const history = sampleHistory();
    history.streams[0].spans.splice(0, 1, { from: 0, to: 1_000 }, { from: 1_250, to: null });
    history.streams[1].ends.push(2_040);
    history.streams[1].spans.splice(0, 1, { from: 0, to: 2_040 });
    const { outages, detachments } = figuresOf(history);
    expect(outages).toEqual([250]);
    expect(detachments).toEqual([30]);
  });

  it('tell apart how late things came while Redis was away', () => {
    const history = sampleHistory();
    const faults = [{ kind: 'Redis restarted' as const, from: 0, to: 0 }];
    const { staleness, stalenessWithoutRedis } = figuresOf({ ...history, faults });
    expect(stalenessWithoutRedis).toHaveLength(staleness.length);
    expect(figuresOf(sampleHistory()).stalenessWithoutRedis).toEqual([]);
  });
});
