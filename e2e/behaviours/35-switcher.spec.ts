import { makeChannel, titleOf } from '../fixtures/channels.ts';
import { pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('the switcher goes back on Enter, finds by initials and typos, and puts unread first', async ({
  team,
  openAs,
}) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  await makeChannel(ana, there, 'release-train', { with: [ben] });
  const support = await makeChannel(ana, there, 'support', { with: [ben] });
  await makeChannel(ana, there, 'sales', { with: [ben] });
  await makeChannel(ben, there, 'bread-and-butter');
  await sendMessages(ben, support, ['Can anybody help?']);
  const page = await openAs(ana, there.channelPath(there.generalId));
  await expect(titleOf(page)).toHaveText('general');
  const field = page.getByRole('combobox', { name: 'Find or jump to' });
  const options = page.getByRole('option');

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(options.first()).toContainText('support');
  await field.fill('rt');
  await expect(options.first()).toContainText('release-train');
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText('release-train');

  await page.keyboard.press('Control+k');
  await expect(options.first()).toContainText('general');
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText('general');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText('release-train');

  await page.getByRole('button', { name: 'Find or jump to…' }).click();
  await field.fill('relaese');
  await expect(options.first()).toContainText('release-train');
  await field.fill('s');
  await expect(options.first()).toContainText('support');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText('sales');
  await field.fill('bread');
  await expect(options.first()).toContainText('Not joined');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(titleOf(page)).toHaveText('release-train');

  await page.keyboard.press('Control+k');
  await field.fill('ben');
  await page.getByRole('option', { name: /^Ben/ }).click();
  await expect(page.getByRole('textbox', { name: 'Message Ben' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await field.fill('can anybody');
  await page.getByRole('option', { name: 'Search messages for “can anybody”' }).click();
  await expect(page.getByRole('list', { name: 'Messages found' }).getByRole('link')).toContainText('Can anybody help?');
});
