import { composerOf, messageOf, pairOf, say, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('Up edits the last own message, Escape leaves it, and the focus comes back', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await say(page, 'my last words');
  await expect(messageOf(page, 'my last words').locator('[data-pending]')).toHaveCount(0);
  await sendInOrder(ben, made.generalId, ['an answer']);
  await expect(messageOf(page, 'an answer')).toBeVisible();

  await composerOf(page).press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit message' });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('my last words');
  await editor.fill('something else');
  await editor.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(messageOf(page, 'my last words')).toBeVisible();
  await expect(composerOf(page)).toBeFocused();

  await composerOf(page).press('ArrowUp');
  await editor.fill('my very last words');
  await editor.press('Enter');
  await expect(messageOf(page, 'my very last words')).toContainText('(edited)');
  await expect(composerOf(page)).toBeFocused();
});

test('with something typed, Up moves the cursor, and editing leaves the draft alone', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await say(page, 'written before');
  await composerOf(page).fill('a draft');
  await composerOf(page).press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toHaveCount(0);
  await messageOf(page, 'written before').hover();
  await page.getByRole('toolbar', { name: 'Message actions' }).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).press('Escape');
  await expect(composerOf(page)).toHaveValue('a draft');
  await expect(composerOf(page)).toBeFocused();
});
