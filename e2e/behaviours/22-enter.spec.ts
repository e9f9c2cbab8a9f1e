import { composerOf, messageOf, pairOf } from '../fixtures/chat.ts';
import { writtenIn } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('Enter sends, Shift+Enter and Enter in a code fence add a line', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const field = composerOf(page);
  await field.pressSequentially('  first');
  await field.press('Shift+Enter');
  await field.pressSequentially('second');
  await expect(field).toHaveValue('  first\nsecond');
  await field.press('Enter');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await field.pressSequentially('```');
  await field.press('Enter');
  await field.pressSequentially('code');
  await field.press('Enter');
  await field.pressSequentially('```');
  await expect(field).toHaveValue('```\ncode\n```');
  await field.press('Enter');
  await expect(messageOf(page, 'code').locator('pre')).toHaveText('code');
  await expect
    .poll(async () => (await writtenIn(ben, made.generalId)).map((one) => one.body))
    .toEqual(['  first\nsecond', '```\ncode\n```']);
});

test('Enter while an input method is at work never sends', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const field = composerOf(page);
  await field.fill('にほん');
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
  await expect(field).toHaveValue('にほん');
  await field.press('Enter');
  await expect(field).toHaveValue('');
});

test('the setting swaps them', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await page.evaluate(() => localStorage.setItem('parley.enter-sends', 'no'));
  await page.reload();
  const field = composerOf(page);
  await field.fill('one');
  await field.press('Enter');
  await expect(field).toHaveValue('one\n');
  await field.press('Shift+Enter');
  await expect(field).toHaveValue('');
});
