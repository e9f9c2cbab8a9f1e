import { flushReads } from '@parley/api/read-state/note-read';
import { createTestRealtime } from '@parley/api/test/realtime';
import { allDeeds, type Deed } from '@parley/api/testing/events/deeds';
import { type EventStage, makeEventStage, write } from '@parley/api/testing/events/event-stage';
import { unlimited } from '@parley/api/testing/unlimited';
import { useTestDatabase as hostDatabase } from '@parley/db/testing/test-database';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeptCopy, type Shown } from './testing/kept-copy.ts';

hostDatabase();
const realtime = unlimited(createTestRealtime());
const copies: KeptCopy[] = [];
let stage: EventStage;

beforeEach(async () => {
  // As a page has them; each copy is a device of its own.
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('BroadcastChannel', undefined);
  stage = await makeEventStage(realtime);
  await write(stage.ben, stage.roomId);
});
afterEach(() => {
  for (const copy of copies.splice(0)) copy.close();
  vi.unstubAllGlobals();
});
afterAll(() => realtime.hub.close());

async function openCopy(shown: Shown): Promise<KeptCopy> {
  const copy = new KeptCopy(stage, shown);
  copies.push(copy);
  await copy.open();
  return copy;
}

/** The thread and the message of Ben's that matter: the newest ones. */
async function whatToShow(channelId = stage.roomId): Promise<Shown> {
  const { ben } = stage;
  const { items } = await ben.call.message.list({ channelId, limit: 50 });
  const own = items.findLast(({ author }) => author.id === ben.user.id);
  if (!own) throw new Error('Ben has written something.');
  return { channelId, parentId: items.findLast(({ thread }) => thread !== null)?.id ?? own.id, own };
}

/** Waits until what a copy keeps does not change any more; answers it. */
async function atRest(copy: KeptCopy): Promise<Record<string, unknown>> {
  let state = copy.state();
  await vi.waitUntil(
    () => {
      const before = JSON.stringify(state);
      state = copy.state();
      return before === JSON.stringify(state) && Object.values(state).every((part) => part !== null);
    },
    { interval: 250, timeout: 10_000 },
  );
  return state;
}

/** After `signedOut` nothing can be read; who types can be heard, but not read. */
const kept = allDeeds.filter(([name]) => name !== 'signedOut' && name !== 'typing');

/** What else may happen to messages: the events are those of above. */
const changes: Record<string, Deed['prepare']> = {
  'an edit': async ({ ana, roomId }) => {
    const { id } = await write(ana, roomId);
    return () => ana.call.message.edit({ id, body: 'edited' });
  },
  'a deletion of the newest': async ({ ana, roomId }) => {
    const { id } = await write(ana, roomId);
    return () => ana.call.message.delete({ id });
  },
  'a pin': async ({ ana, roomId }) => {
    const { id } = await write(ana, roomId);
    return () => ana.call.message.pin({ id });
  },
  'a reply that the channel shows too': async ({ ana, ben, roomId }) => {
    const { id: parentId } = await write(ben, roomId);
    await write(ana, roomId, { parentId });
    return () => write(ana, roomId, { parentId, alsoToChannel: true });
  },
  'a message in a conversation of two that is not open': async ({ ana, directId }) => {
    await write(ana, directId);
    return () => write(ana, directId);
  },
};

describe('what a browser keeps, after an event, is what it would read anew', () => {
  const known = kept.map(([name, deed]) => [name, deed] as const);
  const more = Object.entries(changes).map(([name, prepare]) => [name, { prepare, inDirect: undefined }] as const);
  test.each([...known, ...more])('%s', async (_name, { prepare, inDirect }) => {
    const act = await prepare(stage);
    const shown = await whatToShow(inDirect ? stage.directId : stage.roomId);
    const copy = await openCopy(shown);
    const before = await atRest(copy);
    await act();
    // Receipts of channels are gathered for seconds: else they would come between one look and the other.
    await flushReads(realtime);
    const anew = await atRest(await openCopy(shown));
    expect(anew).not.toEqual(before);
    await expect.poll(() => copy.state(), { interval: 50, timeout: 8_000 }).toEqual(anew);
  });
});

test('who types is shown until they stop', async () => {
  const { ana, roomId: channelId } = stage;
  const copy = await openCopy(await whatToShow());
  await expect
    .poll(async () => {
      await ana.call.typing.start({ channelId });
      return copy.typing;
    })
    .toEqual([ana.user.id]);
  await ana.call.typing.stop({ channelId });
  await expect.poll(() => copy.typing).toEqual([]);
});
