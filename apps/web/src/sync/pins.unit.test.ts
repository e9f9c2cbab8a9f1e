import type { AppRouter } from '@parley/api/root';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { expect, test } from 'vitest';
import { Pins, pinnedWith } from './pins.ts';
import { CHANNEL, message } from './testing/model-channel.ts';

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const first = message(1, { pinnedAt: at(1), pinnedBy: 'x', changeSeq: 5 });
const second = message(2, { pinnedAt: at(2), pinnedBy: 'x', changeSeq: 6 });
const list = { items: [second, first], nextCursor: null };
const bodies = (seqs: readonly { seq: number }[]) => seqs.map(({ seq }) => seq);

test('the list of pins follows what is pinned, unpinned and changed', () => {
  const third = message(3, { pinnedAt: at(3), pinnedBy: 'x', changeSeq: 7 });
  expect(bodies(pinnedWith(list, third).items)).toEqual([3, 2, 1]);
  expect(bodies(pinnedWith(list, { ...second, pinnedAt: null, changeSeq: 8 }).items)).toEqual([1]);
  expect(pinnedWith(list, { ...first, body: 'changed', changeSeq: 8 }).items[1]?.body).toBe('changed');
});

test('what is older or was never pinned changes nothing', () => {
  expect(pinnedWith(list, { ...first, pinnedAt: null, changeSeq: 4 })).toBe(list);
  expect(pinnedWith(list, message(9))).toBe(list);
});

test('a list that is on its way does not undo what is pinned meanwhile', async () => {
  let answer = () => {};
  const link: TRPCLink<AppRouter> = () => () =>
    observable((observer) => {
      answer = () => {
        observer.next({ result: { type: 'data', data: list } });
        observer.complete();
      };
    });
  const api = createTRPCClient<AppRouter>({ links: [link] });
  const ignore = () => undefined;
  const pins = new Pins({ api, queryClient: new QueryClient(), onSet: ignore, onRefused: ignore });
  const read = pins.load(CHANNEL);
  const third = message(3, { pinnedAt: at(3), pinnedBy: 'x', changeSeq: 7 });
  for (const changed of [
    third,
    { ...third, id: 'elsewhere', channelId: 'd' },
    { ...first, pinnedAt: null, changeSeq: 8 },
  ]) {
    pins.upsert(changed);
  }
  answer();
  expect(bodies((await read).items)).toEqual([3, 2]);
});
