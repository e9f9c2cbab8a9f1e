import {
  expectWhollyVisible,
  logOf,
  messageOf,
  pairOf,
  readAll,
  scrollerOf,
  sendInOrder,
  textsOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('a permalink loads the page around its message, marks it, and lets one scroll to live', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const sent = await sendInOrder(ben, made.generalId, textsOf(200));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, `${made.channelPath(made.generalId)}?message=${sent[40]?.id}`);
  await expectWhollyVisible(page, 'line 41.0');
  await expect(messageOf(page, 'line 41.0')).toHaveClass(/bg-mark/);
  await expect(messageOf(page, 'line 41.0')).not.toHaveClass(/bg-mark/);
  await expect(logOf(page).getByText('line 200.0')).toHaveCount(0);
  for (let turn = 0; turn < 60 && (await logOf(page).getByText('line 200.0').count()) === 0; turn += 1) {
    await scrollerOf(page).evaluate((view) => view.scrollBy(0, 900));
    await page.waitForLoadState('networkidle');
  }
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, 0));
  await expectWhollyVisible(page, 'line 200.0');
  await expect(page.getByRole('button', { name: /Jump to latest/ })).toHaveCount(0);
});
