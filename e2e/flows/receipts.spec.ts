import { messageOf, pairOf, readAll, say, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('in a conversation of two, below one’s last message stands how far it came: sent, delivered, read', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana Ferreira', 'Ben Ode');
  const [ana, ben] = pairOf(made);
  const direct = await ana.api.direct.open.mutate({ workspaceId: made.workspaceId, userIds: [ben.id] });
  const page = await openAs(ana, made.channelPath(direct.id));
  const first = messageOf(page, 'Are you coming?');
  await say(page, 'Are you coming?');
  await expect(first).toContainText('Sent');
  const before = await first.boundingBox();
  // Ben has Parley open, and is somewhere else in it.
  const theirs = await openAs(ben, made.channelPath(made.generalId));
  await expect(first).toContainText(/Delivered \d?\d:\d\d/, { timeout: 15_000 });
  expect(await first.boundingBox()).toEqual(before);
  await page.screenshot({ path: 'test-results/receipts-delivered.png' });
  await theirs.goto(made.channelPath(direct.id));
  await expect(first).toContainText(/Read \d?\d:\d\d/);
  expect(await first.boundingBox()).toEqual(before);
  await theirs.goto(made.channelPath(made.generalId));
  await expect(theirs.getByRole('heading', { level: 1, name: 'general' })).toBeVisible();

  // Live, and nothing of who hides whether they are there.
  await say(page, 'Still there?');
  await expect(messageOf(page, 'Still there?')).toContainText('Delivered', { timeout: 15_000 });
  await ben.api.account.setPrivacy.mutate({ presenceSharing: 'NOBODY' });
  await page.reload();
  await expect(messageOf(page, 'Still there?')).toContainText('Sent');
});

test('who read one’s last message stands below it, live, and nothing moves for it', async ({ team, openAs }) => {
  const made = await team('Ana Ferreira', 'Ben Ode', 'Cleo Marsh');
  const [ana, ben] = pairOf(made);
  const cleo = made.people[2];
  if (!cleo) throw new Error('The team has three people.');
  const direct = await ana.api.direct.open.mutate({ workspaceId: made.workspaceId, userIds: [ben.id] });
  const page = await openAs(ana, made.channelPath(direct.id));
  const first = messageOf(page, 'Are you coming?');
  await say(page, 'Are you coming?');
  await expect(first).toContainText('Sent');
  const before = await first.boundingBox();
  await readAll(ben, direct.id);
  await expect(first).toContainText(/Read \d?\d:\d\d/);
  expect(await first.boundingBox()).toEqual(before);

  await say(page, 'At eight?');
  const second = messageOf(page, 'At eight?');
  await expect(second).toContainText('Sent');
  await expect(first).not.toContainText('Read');
  // Who gives no receipts is not told of, whatever they answer.
  await ben.api.account.setPrivacy.mutate({ readReceipts: false });
  await sendInOrder(ben, direct.id, ['At eight.']);
  await expect(messageOf(page, 'At eight.')).toBeVisible();
  await expect(second).toContainText('Sent');
  await ben.api.account.setPrivacy.mutate({ readReceipts: true });

  await page.goto(made.channelPath(made.generalId));
  await say(page, 'To all of you');
  const toAll = messageOf(page, 'To all of you');
  await expect(toAll).toContainText('Sent');
  for (const person of [ben, cleo]) await readAll(person, made.generalId);
  // Reading in a channel is told of in batches, some seconds apart.
  const readers = toAll.getByRole('button', { name: 'Read by 2' });
  await expect(readers).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: 'test-results/receipts.png' });
  await readers.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: 'Who read it' });
  await expect(list.getByRole('listitem')).toHaveText([/Ben Ode/, /Cleo Marsh/]);
  await page.screenshot({ path: 'test-results/receipts-list.png' });
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  // And nobody is told of to who gives none themselves.
  await ana.api.account.setPrivacy.mutate({ readReceipts: false });
  await page.reload();
  await expect(toAll).toContainText('Sent');
  await expect(readers).toHaveCount(0);
});
