import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftSync, type RemoteDraft } from './draft-sync.ts';
import { Drafts } from './drafts.ts';
import { joinDrafts } from './join-drafts.ts';
import { talkOf } from './talk.ts';

class Server {
  readonly drafts = new Map<string, RemoteDraft>();
  readonly devices = new Set<DraftSync>();

  save(key: string, body: string, version: number): RemoteDraft | { there: RemoteDraft } {
    const there = this.drafts.get(key);
    if (there && there.version !== version) return { there };
    const saved = { key, body, version: version + 1 };
    this.drafts.set(key, saved);
    for (const device of this.devices) device.changedElsewhere({ ...talkOf(key), version: saved.version });
    return saved;
  }

  device({ online = () => true }: { online?: () => boolean } = {}): { drafts: Drafts; sync: DraftSync } {
    const drafts = new Drafts({
      database: async () => null,
      announce: () => undefined,
      onWrite: (key) => sync.wrote(key),
    });
    const reach = async () => {
      if (!online()) throw new Error('offline');
    };
    const sync = new DraftSync({
      drafts,
      list: async () => {
        await reach();
        return [...this.drafts.values()].filter(({ body }) => body !== '');
      },
      save: async (key, body, version) => {
        await reach();
        return this.save(key, body, version);
      },
      isHere: (channelId) => channelId !== 'elsewhere',
    });
    this.devices.add(sync);
    return { drafts, sync };
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const settled = () => vi.advanceTimersByTimeAsync(60_000);

describe('drafts on two devices', () => {
  test('are the same soon after somebody typed, in channels and in threads, and are gone on both when sent', async () => {
    const server = new Server();
    const [one, two] = [server.device(), server.device()];
    await Promise.all([one.sync.refresh(), two.sync.refresh()]);
    one.drafts.write('c', 'half');
    one.drafts.write('c/p', 'a reply');
    await settled();
    expect([two.drafts.read('c'), two.drafts.read('c/p')]).toEqual(['half', 'a reply']);
    two.drafts.write('c', 'half a thought');
    await settled();
    expect(one.drafts.read('c')).toBe('half a thought');
    one.drafts.write('c', '');
    await settled();
    expect([two.drafts.read('c'), two.drafts.channels().has('c')]).toEqual(['', false]);
    two.drafts.write('c', 'the next one');
    await settled();
    expect(one.drafts.read('c')).toBe('the next one');
  });

  test('keep both texts when both were written while one was away', async () => {
    const server = new Server();
    let online = true;
    const [one, two] = [server.device(), server.device({ online: () => online })];
    await Promise.all([one.sync.refresh(), two.sync.refresh()]);
    online = false;
    one.drafts.write('c', 'from one');
    two.drafts.write('c', 'from two');
    await settled();
    online = true;
    await two.sync.refresh();
    await settled();
    expect(two.drafts.read('c')).toBe('from two\n\nfrom one');
    expect(one.drafts.read('c')).toBe(two.drafts.read('c'));
  });

  test('what was sent while away does not come back', async () => {
    const server = new Server();
    let online = true;
    const one = server.device({ online: () => online });
    await one.sync.refresh();
    one.drafts.write('c', 'a message');
    await settled();
    online = false;
    one.drafts.write('c', '');
    await settled();
    online = true;
    await one.sync.refresh();
    await settled();
    expect([one.drafts.read('c'), server.drafts.get('c')?.body]).toEqual(['', '']);
  });

  test('another workspace’s are left alone', async () => {
    const server = new Server();
    const one = server.device();
    one.drafts.settle('elsewhere', { version: 3, saved: 'x', body: 'x' });
    await one.sync.refresh();
    await settled();
    expect(one.drafts.read('elsewhere')).toBe('x');
  });
});

test.each([
  [{ mine: 'a', theirs: 'b', base: 'a' }, 'b'],
  [{ mine: 'a', theirs: 'b', base: 'b' }, 'a'],
  [{ mine: '', theirs: 'b', base: 'b' }, ''],
  [{ mine: 'ab', theirs: 'abc', base: 'a' }, 'abc'],
  [{ mine: 'abc', theirs: '', base: 'a' }, 'abc'],
  [{ mine: 'abc', theirs: 'xyz', base: '' }, 'abc\n\nxyz'],
])('%j are joined to %j', (sides, joined) => expect(joinDrafts(sides)).toBe(joined));
