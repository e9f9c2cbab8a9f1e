import { randomUUID } from 'node:crypto';
import { composerOf, messageOf, pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('what concerns me is in Activity, and what is for later waits in Drafts and Saved', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const channelId = (
    await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name: 'elsewhere', memberIds: [ben.id] })
  ).id;
  const page = await openAs(ana, made.channelPath(channelId));
  const views = page.getByRole('navigation', { name: 'Channels' });
  await expect(composerOf(page)).toBeVisible();
  const called = await ben.api.message.send.mutate({
    channelId: made.generalId,
    body: `Can you look at **this**, <@${ana.id}>?`,
    nonce: randomUUID(),
  });
  await views.getByRole('link', { name: /Activity\s*1 new/ }).click();
  const main = page.getByRole('main');
  const row = main.getByRole('listitem').filter({ hasText: 'Can you look at this, @Ana?' });
  await expect(row.getByRole('img', { name: 'New' })).toBeVisible();
  await page.screenshot({ path: 'test-results/activity.png' });
  // It was seen: it is not new any more on any device, but stays where it is until its reader is done.
  await expect(views.getByRole('link', { name: /Activity/ })).toHaveText('Activity');
  await expect(row.getByRole('img', { name: 'New' })).toBeVisible();
  const mine = await ana.api.message.send.mutate({ channelId: made.generalId, body: 'mine', nonce: randomUUID() });
  await ben.api.message.react.mutate({ id: mine.id, emoji: '🎉' });
  await expect(main.getByRole('listitem').filter({ hasText: 'Ben reacted with 🎉' })).toBeVisible();
  await main.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row.getByRole('link', { name: 'Ben mentioned you in #general' })).toBeFocused();
  await main.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(row.getByRole('img', { name: 'New' })).toHaveCount(0);
  await expect(views.getByRole('link', { name: /Activity/ })).toHaveText('Activity');
  await row.getByRole('link').click();
  await expect(messageOf(page, 'Can you look at this')).toBeVisible();

  await composerOf(page).fill('sent tomorrow');
  await page.getByRole('button', { name: 'Send later' }).click();
  await page.screenshot({ path: 'test-results/send-later.png' });
  await page.getByRole('menuitem', { name: 'Tomorrow at 9:00' }).click();
  await expect(composerOf(page)).toHaveValue('');
  await views.getByRole('link', { name: 'Drafts' }).click();
  await main.getByRole('tab', { name: /Scheduled/ }).click();
  const waiting = main.getByRole('listitem').filter({ hasText: 'sent tomorrow' });
  await expect(waiting).toContainText('Will be sent');
  await page.screenshot({ path: 'test-results/scheduled.png' });
  await waiting.getByRole('button', { name: /Change what is sent/ }).click();
  await page.getByRole('menuitem', { name: 'Send now' }).click();
  await expect(waiting).toHaveCount(0);

  await ana.api.message.save.mutate({ id: called.id });
  await views.getByRole('link', { name: 'Saved' }).click();
  const saved = main.getByRole('listitem').filter({ hasText: 'Can you look at this' });
  await expect(saved).toBeVisible();
  await page.screenshot({ path: 'test-results/saved.png' });
  await saved.getByRole('button', { name: 'Done' }).click();
  await expect(saved).toHaveCount(0);
  await main.getByRole('tab', { name: 'Done' }).click();
  await expect(saved).toBeVisible();
  await saved.getByRole('link').click();
  await expect(messageOf(page, 'sent tomorrow')).toBeVisible();
});
