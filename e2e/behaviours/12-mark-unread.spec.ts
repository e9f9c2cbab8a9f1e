import { rowOf } from '../fixtures/channels.ts';
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
import { postOf, replyOf, sendThread, threadOf, threadPath } from '../fixtures/threads.ts';

test('marking as unread puts the divider there, and survives leaving and a reload', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name: 'elsewhere' });
  await sendInOrder(ben, made.generalId, textsOf(8));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const divider = logOf(page).getByRole('separator', { name: 'New messages' });
  await expectWhollyVisible(page, 'line 8.0');
  const other = await openAs(ana, made.channelPath(made.generalId));
  await expectWhollyVisible(other, 'line 8.0');
  await messageOf(page, 'line 6.0').hover();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Mark unread/ }).click();
  await expect(divider).toBeVisible();
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(3);
  // Another device that looks at the channel too leaves it unread, until it comes back to it.
  await expect(rowOf(other, 'general')).toContainText('3 unread');
  await other.evaluate(() => window.dispatchEvent(new Event('focus')));
  await goTo(other, 'elsewhere');
  await goTo(page, 'elsewhere');
  await page.reload();
  expect((await membershipOf(ana, made, made.generalId))?.unread).toBe(3);
  await goTo(page, 'general');
  await expect(divider).toBeVisible();
  expect(await divider.evaluate((element) => element.nextElementSibling?.textContent)).toContain('line 6.0');
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
});

test('in a thread too, on all devices', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { parent, replies } = await sendThread(ben, made.generalId, ['begun', 'one', 'two', 'three']);
  await ana.api.thread.follow.mutate({ parentId: parent.id });
  await ana.api.thread.markRead.mutate({ parentId: parent.id, seq: replies.at(-1)?.seq ?? 0 });
  const page = await openAs(ana, threadPath(made, made.generalId, parent.id));
  const other = await openAs(ana, made.channelPath(made.generalId));
  await expect(replyOf(page, 'three')).toBeVisible();
  await replyOf(page, 'two').hover();
  await threadOf(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Mark unread/ }).click();
  await expect(threadOf(page).getByRole('separator', { name: 'New messages' })).toBeVisible();
  await expect(postOf(other, 'begun')).toContainText('2 new');
  await threadOf(page).getByRole('button', { name: 'Close' }).click();
  await expect(postOf(page, 'begun')).toContainText('2 new');
  await postOf(other, 'begun')
    .getByRole('link', { name: /3 replies/ })
    .click();
  await expect(postOf(page, 'begun')).not.toContainText('new');
});
