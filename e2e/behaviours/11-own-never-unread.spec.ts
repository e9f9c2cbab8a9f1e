import { expectWhollyVisible, logOf, membershipOf, pairOf, sendInOrder, setLookedAt } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('what one sends from another device is not unread here', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page)).toBeVisible();
  await setLookedAt(page, false);
  await sendInOrder(ana, made.generalId, ['from my phone', 'and again']);
  await expectWhollyVisible(page, 'and again');
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toHaveCount(0);
  expect((await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
  await sendInOrder(ben, made.generalId, ['from somebody else']);
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toHaveCount(1);
});
