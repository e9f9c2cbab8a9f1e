import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StoredDraft } from './device-database.ts';
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

/** Two tabs of one browser, and a server; whatever they tell each other takes its time. */
class TwoTabs {
  readonly server = new Server();
  readonly tabs: readonly Drafts[];
  readonly #delay: () => number;

  constructor(delay: () => number) {
    this.#delay = delay;
    const heard = (tab: number) => (draft: StoredDraft) => this.tabs[1 - tab]?.heard(draft);
    this.tabs = [0, 1].map((tab) => this.#open(heard(tab)));
  }

  #later<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => setTimeout(() => resolve(work()), this.#delay()));
  }

  #open(tellOther: (draft: StoredDraft) => void): Drafts {
    const announce = (draft: StoredDraft): void => void setTimeout(() => tellOther(draft), 3);
    const drafts = new Drafts({ database: async () => null, announce, onWrite: (key) => sync.wrote(key) });
    const { server } = this;
    const sync = new DraftSync({
      drafts,
      list: async () => {
        const there = await this.#later(() => [...server.drafts.values()].filter(({ body }) => body !== ''));
        return this.#later(() => there);
      },
      save: async (key, body, version) => {
        const answer = await this.#later(() => server.save(key, body, version));
        return this.#later(() => answer);
      },
      isHere: () => true,
    });
    const events = new Proxy(sync, {
      get: (target, name) =>
        name === 'changedElsewhere'
          ? (place: Parameters<DraftSync['changedElsewhere']>[0]) =>
              void this.#later(() => target.changedElsewhere(place))
          : Reflect.get(target, name),
    });
    server.devices.add(events);
    void sync.refresh();
    return drafts;
  }
}

describe('drafts in two tabs', () => {
  const step = fc.record({ empties: fc.boolean(), waits: fc.integer({ min: 20, max: 1_500 }) });
  const delays = fc.infiniteStream(fc.nat(400));

  test('are what was written last in one of them, however long each word takes', async () => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 8 }), delays, async (steps, late) => {
      const { tabs, server } = new TwoTabs(() => late.next().value);
      await settled();
      const texts = steps.map(({ empties }, n) => (empties ? '' : `text ${n}`));
      for (const [n, { waits }] of steps.entries()) {
        tabs[0]?.write('c', texts[n] ?? '');
        await vi.advanceTimersByTimeAsync(waits);
      }
      await settled();
      const last = texts.at(-1) ?? '';
      expect(tabs.map((tab) => tab.read('c'))).toEqual([last, last]);
      expect(server.drafts.get('c')?.body ?? '').toBe(last);
    });
    await fc.assert(property, { numRuns: 400 });
  });
});
