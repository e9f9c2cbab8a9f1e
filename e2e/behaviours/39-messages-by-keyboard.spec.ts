import { composerOf, messageOf, pairOf, readAll, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('arrows move between messages, and their actions are reachable', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, ['first', 'second']);
  await sendInOrder(ana, made.generalId, ['mine']);
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(messageOf(page, 'mine')).toBeVisible();
  await composerOf(page).focus();
  await messageOf(page, 'mine').focus();
  await page.keyboard.press('ArrowUp');
  await expect(messageOf(page, 'second')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(messageOf(page, 'first')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'React with 👍' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(messageOf(page, 'mine')).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(composerOf(page)).toBeFocused();

  await messageOf(page, 'mine').focus();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Delete this message?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(messageOf(page, 'This message was deleted')).toBeVisible();
});
