import {
  expectWhollyVisible,
  goTo,
  logOf,
  membershipOf,
  messageOf,
  pairOf,
  readAll,
  sendInOrder,
  textsOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('marking as unread puts the divider there, and survives leaving and a reload', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name: 'elsewhere' });
  await sendInOrder(ben, made.generalId, textsOf(8));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const divider = logOf(page).getByRole('separator', { name: 'New messages' });
  await expectWhollyVisible(page, 'line 8.0');
  await messageOf(page, 'line 6.0').hover();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Mark unread/ }).click();
  await expect(divider).toBeVisible();
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(3);
  await goTo(page, 'elsewhere');
  await page.reload();
  expect((await membershipOf(ana, made, made.generalId))?.unread).toBe(3);
  await goTo(page, 'general');
  await expect(divider).toBeVisible();
  expect(await divider.evaluate((element) => element.nextElementSibling?.textContent)).toContain('line 6.0');
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
});
