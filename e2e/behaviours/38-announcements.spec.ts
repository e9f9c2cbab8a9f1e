import { drawn, logOf, pairOf, readAll, scrollerOf, sendInOrder, sendTogether, textsOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('only what arrives is announced, and none of a burst is lost', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(120));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const log = page.getByRole('log', { name: 'Messages in #general' });
  await expect(log).toHaveAttribute('aria-live', 'off');
  await expect(logOf(page).getByText('line 120.0')).toBeVisible();
  const announced = page.locator('[aria-live=polite][data-announcer] p');
  await expect(announced).toHaveCount(0);

  await scrollerOf(page).evaluate((view) => view.scrollTo(0, -5_000));
  await drawn(page);
  await page.waitForLoadState('networkidle');
  await expect(announced).toHaveCount(0);

  const burst = Array.from({ length: 15 }, (_, index) => `burst ${index}`);
  await sendTogether(ben, made.generalId, burst);
  await expect(announced).toHaveCount(15);
  const texts = await announced.allTextContents();
  expect(texts.toSorted()).toEqual(burst.map((body) => `Ben: ${body}`).toSorted());
  await sendInOrder(ana, made.generalId, ['my own']);
  await sendInOrder(ben, made.generalId, [`**bold** <@${ana.id}> \`code\``]);
  await expect(announced.last()).toHaveText('Ben: bold Ana code');
  await expect(announced).toHaveCount(16);
});
