import { describe, expect, it } from 'vitest';
import { createHubRig, Recorder } from '../test/hub-rig.ts';
import { until } from '../test/until.ts';

describe('the check', () => {
  it('asks for all listened channels in one call, and tells of those that moved', async () => {
    const { hub } = createHubRig();
    const [a, b] = [new Recorder(), new Recorder()];
    hub.listenChannel('a', a);
    hub.listenChannel('b', b);
    hub.listenChannel('gone', new Recorder()).close();
    const heads = new Map([['a', 3]]);
    const asked: string[][] = [];
    hub.startCheck({
      everyMs: 2,
      readHeads: async (ids) => {
        asked.push(ids);
        return heads;
      },
    });
    await until('a was told', () => a.heads.length === 1);
    heads.set('b', 1).set('a', 4);
    await until('both were told', () => a.heads.length === 2 && b.heads.length === 1);
    const { length } = asked;
    await until('it asked on', () => asked.length > length + 3);
    expect([a.heads, b.heads]).toEqual([[3, 4], [1]]);
    expect(new Set(asked.map(String))).toEqual(new Set(['a,b']));
  });

  it('survives failures, and never asks twice at the same time', async () => {
    const { hub, reported, interrupt } = createHubRig();
    const recorder = new Recorder();
    hub.listenChannel('a', recorder);
    let asking = 0;
    let most = 0;
    let asked = 0;
    hub.startCheck({
      everyMs: 1,
      readHeads: async () => {
        asking += 1;
        asked += 1;
        most = Math.max(most, asking);
        interrupt();
        await new Promise((resolve) => setImmediate(resolve));
        asking -= 1;
        if (asked < 3) throw new Error('The database is away.');
        return new Map([['a', 1]]);
      },
    });
    await until('it was told', () => recorder.heads.length === 1);
    expect(most).toBe(1);
    expect(reported).toEqual(['The database is away.', 'The database is away.']);
  });

  it('happens at once when hints may have been lost, and stops when told', async () => {
    const { hub, interrupt } = createHubRig();
    hub.listenChannel('a', new Recorder());
    let asked = 0;
    const stop = hub.startCheck({
      everyMs: 60_000,
      readHeads: async () => {
        asked += 1;
        return new Map();
      },
    });
    interrupt();
    await until('it asked', () => asked === 1);
    stop();
    interrupt();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(1);
  });
});
