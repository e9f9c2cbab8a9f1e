import { messageOf, pairOf, sendInOrder } from '../fixtures/chat.ts';
import { writtenIn } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('messages of one author are one group, until another speaks or one is deleted', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ana, made.generalId, ['a1', 'a2']);
  await sendInOrder(ben, made.generalId, ['b1', 'b2', 'b3']);
  await ana.api.channel.markRead.mutate({ channelId: made.generalId, seq: 1_000 });
  const page = await openAs(ana, made.channelPath(made.generalId));
  const heads = async () => {
    const rows = await page.getByRole('log').getByRole('article').filter({ hasNotText: 'joined' }).all();
    return Promise.all(rows.map(async (row) => (await row.locator('.avatar').count()) === 1));
  };
  await expect(messageOf(page, 'b3')).toBeVisible();
  expect(await heads()).toEqual([true, false, true, false, false]);

  const items = await writtenIn(ben, made.generalId);
  await ben.api.message.delete.mutate({ id: items[3]?.id ?? '' });
  await expect(page.getByRole('log').getByText('This message was deleted')).toBeVisible();
  expect(await heads()).toEqual([true, false, true, true, true]);
});
