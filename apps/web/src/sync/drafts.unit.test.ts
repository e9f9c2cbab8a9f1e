import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { openDeviceDatabase, type StoredDraft } from './device-database.ts';
import { Drafts } from './drafts.ts';

async function openTab(userId: string, others: Drafts[] = []) {
  const database = await openDeviceDatabase(userId);
  const announce = (draft: StoredDraft) => {
    for (const other of others) other.heard(draft);
  };
  return { drafts: new Drafts({ database: async () => database, announce }), database };
}

test('a draft is there at once, is marked, and is stored for the next page', async () => {
  const { drafts, database } = await openTab('one');
  const told = vi.fn();
  drafts.subscribe(told);
  drafts.write('c', 'half a thought');
  expect([drafts.read('c'), [...drafts.channels()]]).toEqual(['half a thought', ['c']]);
  expect(told).toHaveBeenCalledTimes(1);
  drafts.flush();
  await vi.waitFor(async () => expect(await database.get('drafts', 'c')).toMatchObject({ body: 'half a thought' }));

  const next = await openTab('one');
  await next.drafts.load();
  expect(next.drafts.read('c')).toBe('half a thought');
  next.drafts.write('c', '');
  expect(next.drafts.channels().size).toBe(0);
  next.drafts.flush();
  await vi.waitFor(async () => expect(await database.count('drafts')).toBe(0));
});

test('another tab sees it; what is older changes nothing', async () => {
  const { drafts: second } = await openTab('two');
  const { drafts: first } = await openTab('two', [second]);
  first.write('c', 'from the first');
  first.flush();
  expect(second.read('c')).toBe('from the first');
  second.write('c', 'from the second');
  second.heard({ channelId: 'c', body: 'stale', updatedAt: 1 });
  expect(second.read('c')).toBe('from the second');
});

test('what is typed before the stored drafts are read stays', async () => {
  const { database } = await openTab('three');
  await database.put('drafts', { channelId: 'c', body: 'stored', updatedAt: 5 });
  await database.put('drafts', { channelId: 'd', body: 'also stored', updatedAt: 5 });
  const { drafts } = await openTab('three');
  drafts.write('c', 'typed already');
  await drafts.load();
  expect([drafts.read('c'), drafts.read('d')]).toEqual(['typed already', 'also stored']);
});

test('the set of marked channels is the same while none comes or goes', async () => {
  const { drafts } = await openTab('four');
  drafts.write('c', 'a');
  const marked = drafts.channels();
  drafts.write('c', 'ab');
  expect(drafts.channels()).toBe(marked);
  drafts.write('c', '   ');
  expect(drafts.channels().has('c')).toBe(false);
});
