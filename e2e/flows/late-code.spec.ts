import { composerOf, messageOf, pairOf, say } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('what was never opened waits for the network instead of breaking the page', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await say(page, 'Before the tunnel');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Create a channel' }).first().click();
  await expect(page.getByText('This opens as soon as it answers.')).toBeVisible();
  await composerOf(page).fill('Still here');
  await expect(messageOf(page, 'Before the tunnel')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.context().setOffline(false);
  await expect(page.getByRole('dialog', { name: 'Create a channel' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(composerOf(page)).toHaveValue('Still here');
});
