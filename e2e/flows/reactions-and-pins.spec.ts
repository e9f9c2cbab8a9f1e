import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { panelOf, titleOf } from '../fixtures/channels.ts';
import { composerOf, messageOf, pairOf, readAll, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('reactions: one press sets or takes one back at once, others see it live, and a refusal is undone', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const [sent] = await sendInOrder(ben, made.generalId, ['we shipped it']);
  if (!sent) throw new Error('It was sent.');
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const message = messageOf(page, 'we shipped it');
  const pill = (name: string) => message.getByRole('button', { name, exact: true });

  await message.hover();
  await message.getByRole('button', { name: 'React with 👍' }).click();
  await expect(pill('You reacted with 👍')).toHaveAttribute('aria-pressed', 'true');
  await ben.api.message.react.mutate({ id: sent.id, emoji: '👍' });
  await ben.api.message.react.mutate({ id: sent.id, emoji: '🎉' });
  await expect(pill('Ben and you reacted with 👍')).toContainText('2');
  await expect(pill('Ben reacted with 🎉')).toHaveAttribute('aria-pressed', 'false');
  await pill('Ben reacted with 🎉').click();
  await pill('Ben and you reacted with 👍').click();
  await expect(pill('Ben reacted with 👍')).toContainText('1');
  const stored = async () => (await ben.api.message.get.query({ id: sent.id })).reactions;
  await expect
    .poll(async () => (await stored()).map(({ emoji, userIds }) => [emoji, userIds.length]))
    .toEqual([
      ['👍', 1],
      ['🎉', 2],
    ]);

  await page.route(
    (url) => url.pathname.includes('message.react'),
    (route) => route.abort('internetdisconnected'),
  );
  await pill('Ben reacted with 👍').click();
  await expect(page.getByText(/Couldn’t save that/)).toBeVisible();
  await expect(pill('Ben reacted with 👍')).toContainText('1');
});

test('pins: set from the menu, counted in the header, listed in the panel, and forwarded with a card', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { generalId, workspaceId } = made;
  await ana.api.channel.create.mutate({ workspaceId, name: 'plans', memberIds: [ben.id] });
  await sendInOrder(ben, generalId, ['the rules of the house']);
  await readAll(ana, generalId);
  const page = await openAs(ana, made.channelPath(generalId));
  await expect(titleOf(page)).toHaveText('general');
  const message = messageOf(page, 'the rules of the house');
  await message.hover();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Pin to channel' }).click();
  await expect(message.getByText('Pinned by Ana')).toBeVisible();
  await expect(messageOf(page, 'Ana pinned a message')).toBeVisible();
  await page.getByRole('button', { name: '1 pinned message' }).click();
  await expect(panelOf(page)).toContainText('Pinned by Ana');
  await panelOf(page).getByRole('link', { name: 'Show' }).click();
  await expect(message).toHaveClass(/bg-mark/);

  await message.focus();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Forward message' });
  await dialog.getByRole('combobox').fill('plans');
  await dialog.getByRole('option', { name: 'plans' }).click();
  await dialog.getByRole('textbox', { name: /Say something/ }).fill('As agreed:');
  await dialog.getByRole('button', { name: 'Forward' }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^plans/ })
    .click();
  await expect(composerOf(page)).toHaveAccessibleName(/plans/);
  const card = messageOf(page, 'As agreed:').locator('[data-message-card]');
  await expect(card).toContainText('the rules of the house');

  // Who may not see a message sees nothing of it.
  const secret = await ana.api.channel.create.mutate({ workspaceId, name: 'secret', kind: 'PRIVATE' });
  const [hidden] = await sendInOrder(ana, secret.id, ['the hidden words']);
  await ben.api.channel.markRead.mutate({ channelId: generalId, seq: 1_000 });
  const bens = await openAs(ben, made.channelPath(generalId));
  const link = `${new URL(bens.url()).origin}${made.channelPath(secret.id)}?message=${hidden?.id}`;
  const answered = bens.waitForResponse((response) => response.url().includes('message.card'));
  await ana.api.message.send.mutate({ channelId: generalId, body: `see ${link}`, nonce: randomUUID() });
  await answered;
  await expect(messageOf(bens, 'see http')).toBeVisible();
  await expect(bens.locator('[data-message-card]')).toHaveCount(0);
  await expect(bens.getByText('the hidden words')).toHaveCount(0);
});

test('saved: from the toolbar, by a key and with a reminder, marked on all devices', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, ['read this later', 'and this']);
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const phone = await openAs(ana, made.channelPath(made.generalId), { viewport: { width: 390, height: 844 } });
  const message = messageOf(page, 'read this later');
  const mark = (on: Page) => messageOf(on, 'read this later').getByRole('img', { name: 'Saved for later' });

  await message.hover();
  await message.getByRole('button', { name: 'Save for later' }).click();
  await expect(mark(page)).toBeVisible();
  await expect(mark(phone)).toBeVisible();
  await page.screenshot({ path: 'test-results/saved-mark.png' });
  await phone.screenshot({ path: 'test-results/saved-mark-phone.png' });
  await messageOf(phone, 'read this later').focus();
  await phone.keyboard.press('s');
  await expect(mark(phone)).toHaveCount(0);
  await expect(mark(page)).toHaveCount(0);

  await message.hover();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remind me' }).hover();
  await expect(page.getByRole('menuitem', { name: 'In 3 hours' })).toBeVisible();
  await page.screenshot({ path: 'test-results/remind-menu.png' });
  await page.getByRole('menuitem', { name: 'In 20 minutes' }).click();
  await expect(page.getByText(/You will be reminded/)).toBeVisible();
  await expect(mark(page)).toBeVisible();
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'Saved' }).click();
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'read this later' });
  await expect(row).toContainText('Reminder');
  await row.getByRole('button', { name: 'Done' }).click();
  await expect(mark(phone)).toHaveCount(0);

  await messageOf(phone, 'and this').focus();
  await phone.keyboard.press('s');
  await expect(messageOf(phone, 'and this').getByRole('img', { name: 'Saved for later' })).toBeVisible();
  await phone.route(
    (url) => url.pathname.includes('message.unsave'),
    (route) => route.abort('internetdisconnected'),
  );
  await phone.keyboard.press('s');
  await expect(phone.getByText(/Couldn’t save that/)).toBeVisible();
  await expect(messageOf(phone, 'and this').getByRole('img', { name: 'Saved for later' })).toBeVisible();
});
