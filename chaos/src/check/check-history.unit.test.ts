import { describe, expect, it } from 'vitest';
import { at, change, doctored } from '../../test/doctored-histories.ts';
import { type SampleHistory, sampleHistory } from '../../test/sample-history.ts';
import { checkHistory } from './check-history.ts';
import { latenesses } from './staleness.ts';
import { RULES, type Rule } from './violation.ts';

function brokenRules(history: SampleHistory): Rule[] {
  return [...new Set(checkHistory(history).map(({ rule }) => rule))].sort();
}

describe('the checker', () => {
  it('finds nothing wrong with a history that keeps all promises', () => {
    expect(checkHistory(sampleHistory())).toEqual([]);
  });

  it.each(doctored)('catches $what', ({ rules, doctor }) => {
    const history = sampleHistory();
    doctor(history);
    expect(brokenRules(history)).toEqual([...rules].sort());
  });

  it('has a doctored history for each of its rules', () => {
    const caught = new Set(doctored.flatMap(({ rules }) => rules));
    expect([...caught].sort()).toEqual(Object.keys(RULES).sort());
  });

  it('forgives a reader who was away, or behind while something was broken', () => {
    const away = sampleHistory();
    change(away, { reader: 0, seq: 40 }, { at: 14_100 });
    away.streams[0].spans.splice(0, 1, { from: 0, to: 3_000 }, { from: 14_000, to: null });
    expect(checkHistory(away)).toEqual([]);
    const broken = sampleHistory();
    change(broken, { reader: 0, seq: 40 }, { at: 14_100 });
    expect(checkHistory({ ...broken, faults: [{ kind: 'Redis restarted', from: 4_500, to: 5_000 }] })).toEqual([]);
  });

  it('expects of one who was removed for good only what came before', () => {
    const history = sampleHistory();
    history.memberships.splice(1, 1);
    const { deliveries } = history.streams[1];
    deliveries.splice(deliveries.findIndex(({ seq }) => seq > 20));
    const [channel] = history.channels;
    const last = { ...at(channel.stored, -1), id: 'x', nonce: 'x', seq: 30 };
    channel.stored.push(last);
    expect(brokenRules(history)).not.toContain('REMOVED');
    expect(checkHistory(history).filter(({ text }) => text.includes('stream of cem'))).toEqual([]);
  });
});

describe('staleness', () => {
  it('is the time from acknowledgement to delivery of those who were connected all the while', () => {
    const history = sampleHistory();
    const late = latenesses(history);
    expect(late.filter(({ seq }) => seq === 5).map(({ ms }) => ms)).toEqual([10, 10]);
    expect(late.filter(({ seq }) => seq === 25).map(({ ms }) => ms)).toEqual([10]);
  });

  it('counts what came before its acknowledgement as nought', () => {
    const history = sampleHistory();
    change(history, { reader: 0, seq: 5 }, { at: 505 });
    expect(latenesses(history).find(({ seq }) => seq === 5)?.ms).toBe(0);
  });
});
