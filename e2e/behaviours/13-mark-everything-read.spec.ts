import { makeChannel, rowOf } from '../fixtures/channels.ts';
import { composerOf, pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('Shift+Escape marks everything as read, and the toast takes it back', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  for (const name of ['alpha', 'beta']) {
    await sendMessages(ben, await makeChannel(ana, there, name, { with: [ben] }), ['One', 'Two']);
  }
  const page = await openAs(ana, there.channelPath(there.generalId));
  for (const name of ['alpha', 'beta']) await expect(rowOf(page, name)).toContainText('2 unread');
  await expect(composerOf(page)).toBeFocused();
  await page.keyboard.press('Shift+Escape');
  for (const name of ['alpha', 'beta']) await expect(rowOf(page, name)).not.toContainText('unread');
  await expect(page.getByText('Marked 2 channels as read')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const name of ['alpha', 'beta']) await expect(rowOf(page, name)).toContainText('2 unread');
  await page.reload();
  for (const name of ['alpha', 'beta']) await expect(rowOf(page, name)).toContainText('2 unread');
});
