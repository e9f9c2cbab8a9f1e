import type { Message } from '@parley/realtime/shapes';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { ChannelLog, MessagePage } from './channel-log.ts';
import { channelLogKey } from './channel-log-query.ts';
import { MessageLogs } from './message-logs.ts';
import { itemsOf } from './seq-list.ts';
import { isShownIn, type Talk, talkKey, talkOf } from './talk.ts';
import { CHANNEL, message } from './testing/model-channel.ts';

const PAGE = 50;
const parent = message(1);
const THREAD = talkKey({ channelId: CHANNEL, parentId: parent.id });
const bodiesOf = (log: ChannelLog | undefined) =>
  log?.spans.flatMap(({ items }) => itemsOf(items).map(({ body }) => body));

/** A channel on a server, with threads, and this browser's logs of it. */
function start() {
  let seq = 1;
  const rows = new Map<string, Message>([[parent.id, parent]]);
  const all = () => [...rows.values()].toSorted((one, other) => one.seq - other.seq);
  let beforeAnswer = () => undefined as void;
  const pageOf = async ({ parentId, channelId }: Talk, cursor?: string): Promise<MessagePage> => {
    const rest = all().filter((row) => isShownIn({ channelId, parentId }, row) && row.seq < Number(cursor ?? 1_000));
    const items = rest.slice(-PAGE);
    const page = { items, olderCursor: rest.length > PAGE ? String(items[0]?.seq) : null, newerCursor: null, seq };
    beforeAnswer();
    return page;
  };
  const pages = { newest: pageOf, older: pageOf, newer: pageOf, around: (talk: Talk) => pageOf(talk) };
  const queryClient = new QueryClient();
  const logs: MessageLogs = new MessageLogs({
    pages,
    queryClient,
    channelLog: async (key) => logs.read(key) ?? load(key),
    onPeople: () => undefined,
  });
  const load = async (key: string): Promise<ChannelLog> => {
    const log = await logs.load(key);
    queryClient.setQueryData(channelLogKey(key), log);
    return log;
  };
  const tell = (row: Message) =>
    logs.apply(CHANNEL, [{ seq: row.changeSeq, event: { type: 'message', message: row } }]);
  const change = (row: Message): Message => {
    rows.set(row.id, row);
    tell(row);
    return row;
  };
  return {
    logs,
    load,
    change,
    reply: (fields: Partial<Message> = {}) => {
      seq += 1;
      return change(message(seq, { parentId: parent.id, ...fields }));
    },
    edit: (row: Message, body: string) => {
      seq += 1;
      return change({ ...row, body, changeSeq: seq });
    },
    whileAnswering: (happen: () => void) => {
      beforeAnswer = () => {
        beforeAnswer = () => undefined;
        happen();
      };
    },
  };
}

test('a reply is in its thread, and in the timeline only when it was sent there too', async () => {
  const { logs, load, reply } = start();
  await load(CHANNEL);
  await load(THREAD);
  reply();
  reply({ alsoToChannel: true });
  reply({ parentId: 'another' });
  expect(bodiesOf(logs.read(CHANNEL))).toEqual(['Message 1', 'Message 3']);
  expect(bodiesOf(logs.read(THREAD))).toEqual(['Message 1', 'Message 2', 'Message 3']);
  expect(logs.read(CHANNEL)?.seq).toBe(4);
  logs.upsert(message(5, { parentId: parent.id }));
  expect(bodiesOf(logs.read(THREAD))).toContain('Message 5');
  expect(bodiesOf(logs.read(CHANNEL))).not.toContain('Message 5');
});

test('what happens in a thread while it is being read is in it', async () => {
  const { logs, load, reply, edit, whileAnswering } = start();
  await load(CHANNEL);
  const first = reply();
  whileAnswering(() => {
    edit(first, 'edited meanwhile');
    reply();
  });
  await load(THREAD);
  expect(bodiesOf(logs.read(THREAD))).toEqual(['Message 1', 'edited meanwhile', 'Message 4']);
});

test('a thread changes with its parent, and pages back to it', async () => {
  const { logs, load, reply, edit } = start();
  await load(CHANNEL);
  for (let count = 0; count < 60; count += 1) reply();
  await load(THREAD);
  expect(bodiesOf(logs.read(THREAD))?.[0]).toBe('Message 12');
  edit(parent, 'the question, put better');
  expect(bodiesOf(logs.read(THREAD))?.[0]).toBe('Message 12');
  expect(await logs.loadAround(THREAD, parent.id)).toBe(parent.seq);
  expect(bodiesOf(logs.read(THREAD))?.slice(0, 2)).toEqual(['the question, put better', 'Message 2']);
  await expect(logs.loadAround(THREAD, 'no such message')).rejects.toThrow('not in this thread');
});

test('a name of a conversation says what it is', () => {
  expect(talkOf(CHANNEL)).toEqual({ channelId: CHANNEL, parentId: null });
  expect(talkOf(THREAD)).toEqual({ channelId: CHANNEL, parentId: parent.id });
  expect(talkKey(talkOf(THREAD))).toBe(THREAD);
});
