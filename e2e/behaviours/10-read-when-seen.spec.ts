import {
  drawn,
  expectWhollyVisible,
  logOf,
  membershipOf,
  pairOf,
  readAll,
  scrollerOf,
  sendInOrder,
  setLookedAt,
  textsOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('a window that nobody looks at reads nothing', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page)).toBeVisible();
  await setLookedAt(page, false);
  await sendInOrder(ben, made.generalId, ['unseen']);
  await expectWhollyVisible(page, 'unseen');
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toBeVisible();
  expect((await membershipOf(ana, made, made.generalId))?.unread).toBe(1);
  await setLookedAt(page, true);
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
});

test('a newest message outside the view is not read', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(40));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expectWhollyVisible(page, 'line 40.0');
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, -800));
  await drawn(page);
  await sendInOrder(ben, made.generalId, ['below the view']);
  const jump = page.getByRole('button', { name: /Jump to latest/ });
  await expect(jump).toContainText('(1)');
  await expect(page.getByRole('navigation').getByRole('link', { name: /general/ })).toBeVisible();
  expect((await membershipOf(ana, made, made.generalId))?.unread).toBe(1);
  await jump.click();
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
});
