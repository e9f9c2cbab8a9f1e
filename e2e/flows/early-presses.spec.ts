import type { Page } from '@playwright/test';
import { sidebarOf, titleOf } from '../fixtures/channels.ts';
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
  await expect(titleOf(page)).toHaveText('general');
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
