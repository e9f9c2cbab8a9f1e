import {
  drawn,
  expectWhollyVisible,
  fromEnd,
  logOf,
  pairOf,
  readAll,
  scrollerOf,
  sendInOrder,
  textsOf,
  topOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('away from the end, a new message moves nothing and is counted', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(40));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page).getByText('line 40.')).toBeVisible();
  const jump = page.getByRole('button', { name: /Jump to latest/ });
  await expect(jump).toBeHidden();

  await scrollerOf(page).evaluate((view) => view.scrollTo(0, -160));
  await drawn(page);
  await expect(jump).toBeVisible();
  const before = await topOf(page, 'line 36.0');
  await sendInOrder(ben, made.generalId, ['new one', 'new two\nwith\nthree lines']);
  await expect(jump).toHaveText('Jump to latest(2)');
  expect(Math.abs((await topOf(page, 'line 36.0')) - before)).toBeLessThanOrEqual(1);

  await jump.click();
  await expectWhollyVisible(page, 'new two');
  await expect(jump).toBeHidden();
  expect(await fromEnd(page)).toBe(0);
});
