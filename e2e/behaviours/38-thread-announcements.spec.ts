import { pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';
import { replyOf, sendThread, threadOf, threadPath } from '../fixtures/threads.ts';

test('the open thread is a log of its own that announces what arrives, and that alone', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { parent } = await sendThread(ben, made.generalId, ['the question', 'an old reply']);
  const page = await openAs(ana, threadPath(made, made.generalId, parent.id));
  await expect(threadOf(page).getByRole('log', { name: 'Thread in #general' })).toHaveAttribute('aria-live', 'off');
  await expect(replyOf(page, 'an old reply')).toBeVisible();
  const announced = page.locator('[aria-live=polite][data-announcer] p');
  await expect(announced).toHaveCount(0);
  const send = (body: string) =>
    ben.api.message.send.mutate({ channelId: made.generalId, parentId: parent.id, body, nonce: crypto.randomUUID() });
  const burst = Array.from({ length: 8 }, (_, index) => `news ${index}`);
  await Promise.all(burst.map(send));
  await expect(announced).toHaveCount(8);
  expect((await announced.allTextContents()).toSorted()).toEqual(burst.map((body) => `Ben: ${body}`));
});
