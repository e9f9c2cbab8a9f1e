import { focusedRegion } from '../fixtures/channels.ts';
import { composerOf, pairOf, readAll, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';
import { postOf, replyFieldOf, replyOf, threadOf } from '../fixtures/threads.ts';

test('a thread and the reactions on a message are reached, used and left by keyboard', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, ['a question']);
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(composerOf(page)).toBeVisible();
  await postOf(page, 'a question').focus();
  await page.keyboard.press('t');
  await expect(replyFieldOf(page)).toBeFocused();
  await page.keyboard.type('an answer');
  await page.keyboard.press('Enter');
  await expect(replyOf(page, 'an answer')).toBeVisible();

  // F6 goes round them too, arrows move between the replies, and a letter acts on the one with the focus.
  await page.keyboard.press('Shift+F6');
  await expect.poll(() => focusedRegion(page)).toBe('thread');
  await expect(replyOf(page, 'an answer')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(replyOf(page, 'a question')).toBeFocused();
  await page.keyboard.press('r');
  const search = page.getByRole('combobox', { name: 'Search emoji' });
  await expect(search).toBeFocused();
  await page.keyboard.type('tada');
  await expect(page.getByRole('option', { name: 'party popper' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(postOf(page, 'a question').getByRole('button', { name: 'You reacted with 🎉' })).toBeVisible();

  await replyFieldOf(page).focus();
  await page.keyboard.press('Escape');
  await expect(threadOf(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: /1 reply/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(threadOf(page)).toBeVisible();
});
