import { composerOf, cutSending, logOf, messageOf, pairOf, say } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

declare global {
  interface Window {
    seen: { pending: boolean } | undefined;
    rowsGone: number;
  }
}

test('a sent message is there at once, pending, and is confirmed in its place', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await say(page, 'warm up');
  await expect(messageOf(page, 'warm up').locator('[data-pending]')).toHaveCount(0);

  const mend = await cutSending(page);
  await composerOf(page).fill('quick words');
  await page.evaluate(() => {
    const log = document.querySelector('[role=log]');
    window.rowsGone = 0;
    new MutationObserver((changes) => {
      const row = [...(log?.querySelectorAll('[data-row]') ?? [])].find((one) =>
        one.textContent?.includes('quick words'),
      );
      if (row && !window.seen) {
        window.seen = { pending: row.querySelector('[data-pending]') !== null };
      }
      for (const { removedNodes } of changes) {
        for (const node of removedNodes) if (node.textContent?.includes('quick words')) window.rowsGone += 1;
      }
    }).observe(log ?? document, { childList: true, subtree: true });
  });
  await composerOf(page).press('Enter');
  await expect(messageOf(page, 'quick words').locator('[data-pending]')).toBeVisible();
  const seen = await page.evaluate(() => window.seen);
  expect(seen?.pending).toBe(true);

  await messageOf(page, 'quick words').evaluate((row) => row.setAttribute('data-same', 'yes'));
  await mend();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(messageOf(page, 'quick words').locator('[data-pending]')).toHaveCount(0);
  await expect(messageOf(page, 'quick words')).toHaveAttribute('data-same', 'yes');
  await expect(messageOf(page, 'quick words')).toHaveCount(1);
  expect(await page.evaluate(() => window.rowsGone)).toBe(0);
  await expect(logOf(page).getByRole('article').last()).toContainText('quick words');
});
