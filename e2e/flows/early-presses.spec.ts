import type { Page } from '@playwright/test';
import { sidebarOf } from '../fixtures/channels.ts';
import { composerOf, messageOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

/** Opens a page whose scripts do not come until they are let go. */
async function openAsleep(page: Page, path: string): Promise<() => void> {
  let wake = (): void => undefined;
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(
    (url) => url.pathname.startsWith('/_next/static/') && url.pathname.endsWith('.js'),
    async (route) => {
      await awake;
      await route.continue();
    },
  );
  await page.goto(path, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return wake;
}

test('keys and presses that come before the page is alive are answered once it is', async ({ team, openAs }) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, '/health/live');
  const wake = await openAsleep(page, made.channelPath(made.generalId));
  // By its element: under a dialog the page has no roles.
  const handle = page.locator('hr[aria-label="Sidebar width"]');
  await handle.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  await sidebarOf(page).getByRole('button', { name: 'Create a channel' }).click();
  wake();
  await expect(page.getByRole('dialog', { name: 'Create a channel' })).toBeVisible();
  await expect(handle).toHaveAttribute('aria-valuenow', '312');
});

test('what has the focus before the page is alive keeps it, and nothing is answered twice', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, '/health/live');
  const wake = await openAsleep(page, made.channelPath(made.generalId));
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: '1 member' }).click();
  wake();
  await expect(page.getByRole('combobox', { name: 'Find or jump to' })).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'About general' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Find or jump to' })).toBeHidden();
});

test('what is typed into a form before the page is alive counts as typed', async ({ team, openAs }) => {
  const { people } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, '/health/live');
  const wake = await openAsleep(page, '/w/new');
  await page.getByLabel('Workspace name').pressSequentially('Blue Ocean');
  wake();
  await expect(page.getByLabel('Address')).toHaveValue('blue-ocean');
  await page.getByLabel('Workspace name').pressSequentially(' Freight');
  await expect(page.getByLabel('Workspace name')).toHaveValue('Blue Ocean Freight');
  await expect(page.getByLabel('Address')).toHaveValue('blue-ocean-freight');
});

test('what is written before the page is alive is a draft, and can be sent', async ({ team, openAs }) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, '/health/live');
  const wake = await openAsleep(page, made.channelPath(made.generalId));
  await composerOf(page).pressSequentially('Early bird');
  wake();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
  await expect(composerOf(page)).toHaveValue('Early bird');
  await composerOf(page).press('Enter');
  await expect(messageOf(page, 'Early bird')).toBeVisible();
});

test('what is typed for the switcher before the page is alive goes there', async ({ team, openAs }) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, '/health/live');
  const wake = await openAsleep(page, made.channelPath(made.generalId));
  await composerOf(page).pressSequentially('Early');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gen');
  wake();
  await expect(page.getByRole('combobox', { name: 'Find or jump to' })).toHaveValue('gen');
  await page.keyboard.press('Escape');
  await expect(composerOf(page)).toHaveValue('Early');
});

test('what is typed for the search or the switcher never goes into a message', async ({ team, openAs }) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(composerOf(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gene');
  await expect(page.getByRole('combobox', { name: 'Find or jump to' })).toHaveValue('gene');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('cake');
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('cake');
  await expect(composerOf(page)).toHaveValue('');
});
