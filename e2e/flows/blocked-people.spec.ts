import { randomUUID } from 'node:crypto';
import {
  drawn,
  logOf,
  membershipOf,
  messageOf,
  pairOf,
  readAll,
  scrollerOf,
  sendInOrder,
  topOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';
import { replyOf, sendThread, threadPath } from '../fixtures/threads.ts';

test('what blocked people write is one quiet line, which moves nothing and opens', async ({ team, openAs }) => {
  const made = await team('Ana Ferreira', 'Ben Ode', 'Cleo Marsh');
  const [ana, ben] = pairOf(made);
  const cleo = made.people[2];
  if (!cleo) throw new Error('The team has three people.');
  const { generalId } = made;
  for (let turn = 0; turn < 12; turn += 1) {
    await sendInOrder(cleo, generalId, [`Cleo ${turn}\nsays\nmuch`]);
    await sendInOrder(ben, generalId, [`Ben ${turn}`, `Ben ${turn}, more`]);
  }
  const { parent } = await sendThread(cleo, generalId, ['A thread', 'Cleo replies']);
  const reply = { channelId: generalId, parentId: parent.id, nonce: randomUUID() };
  await ben.api.message.send.mutate({ ...reply, body: 'Ben replies' });
  await readAll(ana, generalId);
  const page = await openAs(ana, made.channelPath(generalId));
  await expect(messageOf(page, 'A thread')).toBeVisible();
  await expect(messageOf(page, 'Ben 11, more')).toBeVisible();

  // On another device, while one reads further up here.
  await messageOf(page, 'Cleo 5').evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await drawn(page);
  const before = await topOf(page, 'Cleo 5');
  await ana.api.user.block.mutate({ id: ben.id });
  const folds = logOf(page).locator('[data-fold]');
  await expect(messageOf(page, 'Ben 5')).toHaveCount(0);
  await expect(folds.first()).toHaveText('2 messages from somebody you blockedShow');
  expect(Math.abs((await topOf(page, 'Cleo 5')) - before)).toBeLessThanOrEqual(2);
  await page.screenshot({ path: 'test-results/blocked-folded.png' });

  // By the keyboard: the line is a place among the messages, and opens.
  await messageOf(page, 'Cleo 6').focus();
  await page.keyboard.press('ArrowUp');
  const line = page.locator('[data-row]:focus');
  await expect(line).toContainText('2 messages from somebody you blocked');
  await page.keyboard.press('ArrowUp');
  await expect(messageOf(page, 'Cleo 5')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(messageOf(page, 'Ben 5, more')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(messageOf(page, 'Cleo 5')).toBeFocused();
  await page.screenshot({ path: 'test-results/blocked-shown.png' });

  // What comes is folded, read when it is seen, and not said aloud.
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, 0));
  await sendInOrder(ben, generalId, ['Ben again', 'and again']);
  await expect(logOf(page).getByRole('article').last()).toContainText('2 messages from somebody you blocked');
  await expect.poll(async () => (await membershipOf(ana, made, generalId))?.unread).toBe(0);
  await sendInOrder(cleo, generalId, ['Cleo at last']);
  const announcer = page.locator('[data-announcer]');
  await expect(announcer).toContainText('Cleo at last');
  await expect(announcer).not.toContainText('again');

  // In a thread as well; and showing is for as long as one stays.
  await page.goto(threadPath(made, generalId, parent.id));
  await expect(replyOf(page, '1 message from somebody you blocked')).toBeVisible();
  await replyOf(page, 'from somebody you blocked').getByRole('button', { name: 'Show' }).click();
  await expect(replyOf(page, 'Ben replies')).toBeFocused();
  await page.reload();
  await expect(replyOf(page, '1 message from somebody you blocked')).toBeVisible();
  await expect(replyOf(page, 'Ben replies')).toHaveCount(0);

  // Nor do they come by way of the list of what concerns one.
  await ben.api.message.send.mutate({ channelId: generalId, body: `Look <@${ana.id}>`, nonce: randomUUID() });
  await page.getByRole('link', { name: /^Activity/ }).click();
  await expect(page.getByRole('link', { name: 'Somebody you blocked mentioned you in #general' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Look');
  await page.goBack();
  await ana.api.user.unblock.mutate({ id: ben.id });
  await expect(replyOf(page, 'Ben replies')).toBeVisible();
});
