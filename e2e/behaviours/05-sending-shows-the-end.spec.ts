import {
  expectWhollyVisible,
  fromEnd,
  logOf,
  pairOf,
  readAll,
  say,
  scrollerOf,
  sendInOrder,
  textsOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('sending scrolls to the end', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(60));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page).getByText('line 60.')).toBeVisible();
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, -900));
  await expect(page.getByRole('button', { name: /Jump to latest/ })).toBeVisible();
  await say(page, 'my own words');
  await expectWhollyVisible(page, 'my own words');
  expect(await fromEnd(page)).toBe(0);
});

test('sending from old history returns to the live page first', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const sent = await sendInOrder(ben, made.generalId, textsOf(260));
  await readAll(ana, made.generalId);
  const old = sent[20];
  const page = await openAs(ana, `${made.channelPath(made.generalId)}?message=${old?.id}`);
  await expectWhollyVisible(page, 'line 21.0');
  await expect(logOf(page).getByText('line 260.0')).not.toBeAttached();
  await say(page, 'back to now');
  await expectWhollyVisible(page, 'back to now');
  await expect(logOf(page).getByText('line 260.0')).toBeAttached();
});
