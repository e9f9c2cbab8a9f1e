import { cutSending, logOf, messageOf, pairOf, say } from '../fixtures/chat.ts';
import { writtenIn } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('what is written without a network waits, survives a reload, and is delivered once and in order', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page)).toBeVisible();
  const bodies = ['one', 'two', 'three', 'four'].map((word) => `${word} while cut off`);
  const mend = await cutSending(page);
  for (const body of bodies) await say(page, body);
  await expect(logOf(page).locator('[data-pending]')).toHaveCount(4);

  await page.reload();
  await expect(logOf(page).locator('[data-pending]')).toHaveCount(4);
  expect(await writtenIn(ben, made.generalId)).toEqual([]);

  await mend();
  await expect(logOf(page).locator('[data-pending]')).toHaveCount(0, { timeout: 25_000 });
  const items = await writtenIn(ben, made.generalId);
  expect(items.map((message) => message.body)).toEqual(bodies);
  for (const body of bodies) await expect(messageOf(page, body)).toHaveCount(1);
});

test('two tabs send what waits once', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const second = await page.context().newPage();
  await second.goto(made.channelPath(made.generalId));
  await expect(logOf(second)).toBeVisible();
  const mends = [await cutSending(page), await cutSending(second)];
  await say(page, 'from the first tab');
  await say(second, 'from the second tab');
  await expect(logOf(page).locator('[data-pending]')).toHaveCount(2);
  for (const mend of mends) await mend();
  for (const tab of [page, second]) await tab.evaluate(() => window.dispatchEvent(new Event('online')));
  for (const tab of [page, second]) await expect(logOf(tab).locator('[data-pending]')).toHaveCount(0);
  const items = await writtenIn(ben, made.generalId);
  expect(items.map((message) => message.body).toSorted()).toEqual(['from the first tab', 'from the second tab']);
});
