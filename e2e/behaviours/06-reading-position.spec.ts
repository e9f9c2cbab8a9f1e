import type { Page } from '@playwright/test';
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

const go = (page: Page, name: string) =>
  page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();

test('coming back shows where one was if something is unread, and the end if not', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { workspaceId, generalId } = made;
  const other = await ana.api.channel.create.mutate({ workspaceId, name: 'elsewhere' });
  await sendInOrder(ben, generalId, textsOf(60));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(generalId));
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, 0));
  await expectWhollyVisible(page, 'line 60.0');

  await scrollerOf(page).evaluate((view) => view.scrollTo(0, -700));
  await drawn(page);
  const where = await topOf(page, 'line 50.0');
  await sendInOrder(ben, generalId, ['came while reading']);
  await expect(page.getByRole('button', { name: /Jump to latest ?\(1\)/ })).toBeVisible();
  await go(page, 'elsewhere');
  await expect(page).toHaveURL(new RegExp(other.id));
  await go(page, 'general');
  await expect(logOf(page).getByText('line 50.0')).toBeVisible();
  expect(Math.abs((await topOf(page, 'line 50.0')) - where)).toBeLessThanOrEqual(2);

  await page.getByRole('button', { name: /Jump to latest/ }).click();
  await expectWhollyVisible(page, 'came while reading');
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, -700));
  await drawn(page);
  await expect.poll(async () => unreadOf(ana, workspaceId, generalId)).toBe(0);
  await go(page, 'elsewhere');
  await expect(page).toHaveURL(new RegExp(other.id));
  await go(page, 'general');
  await expectWhollyVisible(page, 'came while reading');
  expect(await fromEnd(page)).toBe(0);
});

async function unreadOf(person: { api: import('../fixtures/team.ts').Api }, workspaceId: string, channelId: string) {
  const { items } = await person.api.channel.list.query({ workspaceId });
  return items.find((channel) => channel.id === channelId)?.membership?.unread;
}
