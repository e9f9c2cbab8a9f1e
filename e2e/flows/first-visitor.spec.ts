import { titleOf } from '../fixtures/channels.ts';
import { startParley } from '../fixtures/parley-server.ts';
import { expect, test } from '../fixtures/test.ts';

test('from an empty server to a delivered message in a second browser', async ({ browser }) => {
  const server = await startParley({ SIGNUP: 'invite' });
  try {
    const owner = await (
      await browser.newContext({ baseURL: server.url, permissions: ['clipboard-read', 'clipboard-write'] })
    ).newPage();
    await owner.goto('/');
    await expect(owner).toHaveURL(/\/setup$/);
    await owner.getByLabel('Workspace name').fill('Northwind');
    await owner.getByLabel('Your name').fill('Ana Ferreira');
    await owner.getByLabel('E-mail').fill('ana@northwind.test');
    await owner.getByLabel('Password', { exact: true }).fill('carrot cake on thursday');
    await owner.getByRole('button', { name: 'Create workspace' }).click();
    await expect(titleOf(owner)).toContainText('general');

    await owner.getByRole('button', { name: 'Northwind' }).click();
    await owner.getByRole('menuitem', { name: 'Invite people' }).click();
    await owner.getByRole('button', { name: 'Create invite link' }).click();
    const link = await owner.getByLabel('Invite link').inputValue();
    await owner.keyboard.press('Escape');

    const guest = await (await browser.newContext({ baseURL: server.url })).newPage();
    await guest.goto(new URL(link).pathname);
    await guest.getByLabel('Your name').fill('Ben Osei');
    await guest.getByLabel('E-mail').fill('ben@northwind.test');
    await guest.getByLabel('Password', { exact: true }).fill('another fine passphrase');
    await guest.getByRole('button', { name: 'Join Northwind' }).click();
    await expect(titleOf(guest)).toContainText('general');

    await owner.getByRole('textbox', { name: /Message/ }).fill('Hello Ben, can you read this?');
    await owner.keyboard.press('Enter');
    await expect(guest.getByRole('log').getByText('Hello Ben, can you read this?')).toBeVisible();
    await guest.getByRole('textbox', { name: /Message/ }).fill('Every word.');
    await guest.keyboard.press('Enter');
    await expect(owner.getByRole('log').getByText('Every word.')).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('a set-up whose sign-in failed goes on from there', async ({ page }) => {
  const server = await startParley({ SIGNUP: 'invite' });
  try {
    await page.goto(`${server.url}/setup`);
    await page.route('**/api/auth/callback/credentials', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await page.getByLabel('Workspace name').fill('Northwind');
    await page.getByLabel('Your name').fill('Ana Ferreira');
    await page.getByLabel('E-mail').fill('ana@northwind.test');
    await page.getByLabel('Password', { exact: true }).fill('carrot cake on thursday');
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'busy' })).toBeVisible();
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(titleOf(page)).toContainText('general');
  } finally {
    await server.stop();
  }
});

test('a page asks for no more than it needs, and icons may be kept', async ({ page, server, team }) => {
  await team('Ana');
  await page.goto(`${server.url}/signin`);
  await expect(page.locator('link[rel=preload][as=font]')).toHaveCount(1);
  for (const icon of ['/icon.svg', '/favicon.ico', '/apple-icon.png', '/manifest.webmanifest']) {
    const answer = await page.request.get(`${server.url}${icon}`);
    expect(answer.status(), icon).toBe(200);
    expect(answer.headers()['cache-control'], icon).not.toContain('no-store');
  }
});

test('a second visitor does not set up what is set up', async ({ page, server, team }) => {
  await team('Ana');
  await page.goto(`${server.url}/setup`);
  await expect(page).toHaveURL(/\/signin/);
});
