import type { Message, Reaction } from '@parley/realtime/shapes';
import { expect, test, vi } from 'vitest';
import { Reacting, reactionsWith } from './reacting.ts';
import { message as messageOf } from './testing/model-channel.ts';

const me = 'me';

function server(start: Message) {
  let message = start;
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const refused = vi.fn();
  const reacting = new Reacting({
    viewerId: me,
    set: async ({ emoji }, on) => {
      asked.push(`${on ? '+' : '-'}${emoji}`);
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (emoji === 'bad') throw new Error('no');
      message = { ...message, reactions: reactionsWith(message.reactions, new Map([[emoji, on]]), me) };
      return message;
    },
    onSet: () => undefined,
    onRefused: refused,
  });
  const shown = () => reactionsWith(message.reactions, reacting.wishes(message.id), me);
  const answer = async () => {
    await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
    waiting.shift()?.();
  };
  return { reacting, asked, refused, shown, answer, message: () => message };
}

const others: Reaction[] = [{ emoji: 'tada', userIds: ['ana'] }];
const withTada = { ...messageOf(1), reactions: others };

test('a press shows at once, and is what the server says afterwards', async () => {
  const { reacting, shown, answer, message, asked } = server(withTada);
  expect(reacting.toggle(withTada, 'tada')).toBe(true);
  expect(shown()).toEqual([{ emoji: 'tada', userIds: ['ana', me] }]);
  await answer();
  await vi.waitFor(() => expect(reacting.wishes(withTada.id).size).toBe(0));
  expect(shown()).toBe(message().reactions);
  expect(message().reactions).toEqual([{ emoji: 'tada', userIds: ['ana', me] }]);
  expect(asked).toEqual(['+tada']);
});

test('of many presses the last one holds, and the server hears one at a time', async () => {
  const { reacting, shown, answer, message, asked } = server(withTada);
  for (const _ of [1, 2, 3, 4]) reacting.toggle(withTada, 'eyes');
  expect(shown()).toEqual(others);
  await answer();
  await answer();
  await vi.waitFor(() => expect(reacting.wishes(withTada.id).size).toBe(0));
  expect(message().reactions).toEqual(others);
  expect(asked.at(-1)).toBe('-eyes');
});

test('what is refused is taken back and said', async () => {
  const { reacting, shown, answer, refused } = server(withTada);
  reacting.toggle(withTada, 'bad');
  expect(shown()).toHaveLength(2);
  await answer();
  await vi.waitFor(() => expect(refused).toHaveBeenCalledOnce());
  expect(shown()).toEqual(others);
});
