import { makeChannel, panelOf, rowOf, sidebarOf, titleOf } from '../fixtures/channels.ts';
import { composerOf, messageOf, pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('a page brings its newest messages along, and going elsewhere asks the server for no page', async ({
  team,
  openAs,
}) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const other = await makeChannel(ana, there, 'other', { with: [ben] });
  await sendMessages(ben, there.generalId, ['In the page itself']);
  await sendMessages(ben, other, ['Fetched on the way']);
  const page = await openAs(ana, '/health/live');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(there.channelPath(there.generalId));
  await expect(messageOf(page, 'In the page itself')).toBeVisible();
  expect(asked.filter((path) => path.includes('message.list'))).toEqual([]);

  const fetched = page.waitForResponse((response) => response.url().includes('message.list'));
  await rowOf(page, 'other').hover();
  await fetched;
  asked.length = 0;
  await rowOf(page, 'other').click();
  await expect(messageOf(page, 'Fetched on the way')).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/w/') || path.includes('message.list'))).toEqual([]);
});

test('a channel is fetched when its row is pointed at for a moment, and none while the list scrolls', async ({
  team,
  openAs,
}) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  for (let index = 0; index < 24; index += 1) await makeChannel(ana, there, `room-${index}`);
  const page = await openAs(ana, there.channelPath(there.generalId), { viewport: { width: 1280, height: 480 } });
  await expect(composerOf(page)).toBeFocused();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('message.list') && asked.push(request.url()));
  // Held fast, so that both events come within the time that a pointer has to stay.
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-channel]')];
    for (const row of rows) row.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    rows.at(-1)?.closest('nav div.overflow-y-auto')?.dispatchEvent(new Event('scroll'));
  });
  const first = page.waitForRequest((request) => request.url().includes('message.list'));
  await rowOf(page, 'room-1').hover();
  await first;
  expect(asked).toHaveLength(1);
});

test('the width of the sidebar is remembered, without a style in the page', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, there.channelPath(there.generalId));
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  const handle = page.getByRole('separator', { name: 'Sidebar width' });
  await expect(handle).toHaveAttribute('aria-valuenow', '264');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', '296');
  await page.reload();
  await expect(composerOf(page)).toBeVisible();
  expect((await sidebarOf(page).boundingBox())?.width).toBe(296);
  expect(problems).toEqual([]);
});

test('the owner of a new workspace is shown how to bring people in', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, there.channelPath(there.generalId));
  const welcome = page.getByRole('region', { name: 'Welcome' });
  await welcome.getByRole('button', { name: 'Get an invite link' }).click();
  await expect(welcome.getByLabel('Invite link')).toHaveValue(/\/join\//);
});

test('who joins is greeted by name, with three things to try', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [, ben] = there.people;
  if (!ben) throw new Error('The team has two people.');
  const page = await openAs(ben, there.channelPath(there.generalId));
  const welcome = sidebarOf(page).getByRole('region', { name: 'Welcome' });
  await expect(welcome).toContainText(/Hi Ben, welcome to .+\. Three things to try:/);
  await expect(welcome.getByRole('listitem')).toHaveCount(3);
  await welcome.getByRole('button', { name: 'Say hello in #general' }).click();
  await expect(composerOf(page)).toBeFocused();
  await welcome.getByRole('button', { name: 'Close the welcome' }).click();
  await page.reload();
  await expect(composerOf(page)).toBeVisible();
  await expect(welcome).toHaveCount(0);
});

test.describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  test('one thing is shown at a time, and back leads back', async ({ team, openAs }) => {
    const there = await team('Ana');
    const [ana] = there.people;
    if (!ana) throw new Error('The team has one person.');
    const page = await openAs(ana, `/w/${there.slug}`, phone);
    await expect(sidebarOf(page)).toBeVisible();
    await expect(page.getByRole('main')).toBeHidden();
    await rowOf(page, 'general').tap();
    await expect(titleOf(page)).toHaveText('general');
    await expect(sidebarOf(page)).toBeHidden();
    await page.getByRole('button', { name: '1 member' }).tap();
    await expect(panelOf(page)).toBeVisible();
    expect((await panelOf(page).boundingBox())?.width).toBe(390);
    await page.goBack();
    await expect(panelOf(page)).toBeHidden();
    await expect(composerOf(page)).toBeVisible();
    await page.goBack();
    await expect(sidebarOf(page)).toBeVisible();
    await rowOf(page, 'general').tap();
    await page.getByRole('link', { name: 'Back to channels' }).tap();
    await expect(sidebarOf(page)).toBeVisible();
  });

  test('what is pressed is 44 px high, and nothing is wider than the screen', async ({ team, openAs }) => {
    const there = await team('Ana');
    const [ana] = there.people;
    if (!ana) throw new Error('The team has one person.');
    const page = await openAs(ana, `/w/${there.slug}`, phone);
    await expect(rowOf(page, 'general')).toBeVisible();
    const small = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('nav :is(a, button), main header :is(a, button)')]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
          .map((element) => element.outerHTML.slice(0, 120)),
      );
    expect(await small()).toEqual([]);
    await rowOf(page, 'general').tap();
    await expect(composerOf(page)).toBeVisible();
    expect(await small()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
