import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Presence, PresenceOptions } from '../src/presence/presence.ts';
import { type PresenceChange, presenceChangeSchema } from '../src/signals.ts';
import { presenceTopic } from '../src/topics.ts';
import { until } from './until.ts';

const SILENT_MS = 400;

/** What every presence must do, shown on two servers (one and the same where there is but one process). */
export function presenceContract(
  name: string,
  open: (options: PresenceOptions) => { near: Presence; far: Presence },
): void {
  describe(`presence in ${name}`, () => {
    let published: PresenceChange[];
    let near: Presence;
    let far: Presence;
    let userId: string;

    beforeEach(() => {
      published = [];
      userId = crypto.randomUUID();
      const publish = (topic: string, payload: string) => {
        const change = presenceChangeSchema.parse(JSON.parse(payload));
        expect(topic).toBe(presenceTopic(change.userId));
        if (change.userId === userId) published.push(change);
      };
      ({ near, far } = open({ publish, silentAfterMs: SILENT_MS, sweepEveryMs: 20 }));
      onTestFinished(async () => {
        await near.close();
        await far.close();
      });
    });

    const statuses = () => published.map(({ status }) => status);
    const statusNow = async () => (await far.read([userId]))[0]?.status;

    it('knows nothing of a stranger', async () => {
      expect(await near.read([userId])).toEqual([{ userId, status: 'OFFLINE', lastActiveAt: null }]);
    });

    it('tells of the first beat, and not of those that change nothing', async () => {
      const before = Date.now();
      await near.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      await far.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      await near.beat({ userId, deviceId: 'b', status: 'AWAY' });
      const [now] = await far.read([userId]);
      expect(statuses()).toEqual(['ONLINE']);
      expect(now?.status).toBe('ONLINE');
      expect(Date.parse(now?.lastActiveAt ?? '')).toBeGreaterThanOrEqual(before - 1);
    });

    it('merges the devices of a person', async () => {
      await near.beat({ userId, deviceId: 'a', status: 'AWAY' });
      await far.beat({ userId, deviceId: 'b', status: 'ONLINE' });
      await near.beat({ userId, deviceId: 'b', status: 'AWAY' });
      await near.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      await far.leave({ userId, deviceId: 'a' });
      await near.leave({ userId, deviceId: 'unknown' });
      await near.leave({ userId, deviceId: 'b' });
      expect(statuses()).toEqual(['AWAY', 'ONLINE', 'AWAY', 'ONLINE', 'AWAY', 'OFFLINE']);
      expect(await statusNow()).toBe('OFFLINE');
    });

    it('remembers when a device was last in use, not when it was last heard', async () => {
      await near.beat({ userId, deviceId: 'a', status: 'AWAY' });
      expect((await far.read([userId]))[0]?.lastActiveAt).toBeNull();
      await near.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      const active = (await far.read([userId]))[0]?.lastActiveAt;
      expect(active).not.toBeNull();
      await near.leave({ userId, deviceId: 'a' });
      expect(await far.read([userId])).toEqual([{ userId, status: 'OFFLINE', lastActiveAt: active }]);
      expect(published.at(-1)?.lastActiveAt).toBe(active);
    });

    it('lets a silent device go, and tells of it once', async () => {
      await near.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      await until('the silence was noticed', () => statuses().includes('OFFLINE'));
      expect(await statusNow()).toBe('OFFLINE');
      await near.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      await until('it was noticed again', () => statuses().length === 4);
      expect(statuses()).toEqual(['ONLINE', 'OFFLINE', 'ONLINE', 'OFFLINE']);
    });

    it('lets one device go while another goes on', async () => {
      await near.beat({ userId, deviceId: 'a', status: 'ONLINE' });
      await until('only the other counts', async () => {
        await far.beat({ userId, deviceId: 'b', status: 'AWAY' });
        return statuses().includes('AWAY');
      });
      expect(statuses()).toEqual(['ONLINE', 'AWAY']);
    });

    it('keeps twenty devices, those heard last', async () => {
      const devices = Array.from({ length: 25 }, (_, index) => `device ${index}`);
      for (const deviceId of devices) await near.beat({ userId, deviceId, status: 'ONLINE' });
      for (const deviceId of devices.slice(5)) await near.leave({ userId, deviceId });
      expect(statuses()).toEqual(['ONLINE', 'OFFLINE']);
    });

    it('tells once when many servers learn of it at the same moment', async () => {
      const beats = Array.from({ length: 60 }, (_, index) =>
        (index % 2 ? near : far).beat({ userId, deviceId: `device ${index % 10}`, status: 'ONLINE' }),
      );
      await Promise.all(beats);
      expect(statuses()).toEqual(['ONLINE']);
    });

    it('answers in the order that was asked for', async () => {
      const other = crypto.randomUUID();
      await near.beat({ userId, deviceId: 'a', status: 'AWAY' });
      const answer = await far.read([other, userId, other]);
      expect(answer.map((change) => [change.userId, change.status])).toEqual([
        [other, 'OFFLINE'],
        [userId, 'AWAY'],
        [other, 'OFFLINE'],
      ]);
      expect(await near.read([])).toEqual([]);
    });
  });
}
