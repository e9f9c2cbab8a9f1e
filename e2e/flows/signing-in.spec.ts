import { randomUUID } from 'node:crypto';
import { titleOf } from '../fixtures/channels.ts';
import { fillSignIn, openFromMenu } from '../fixtures/talk.ts';
import { makePerson } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('a wrong password says so and keeps the e-mail; the right one goes where one wanted to', async ({
  page,
  team,
  server,
}) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  await page.goto(`${server.url}/signin?next=${encodeURIComponent(channelPath(generalId))}`);
  await fillSignIn(page, { email: ana.email, password: 'not the password' });
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(ana.email);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await fillSignIn(page, ana);
  await expect(page).toHaveURL(new RegExp(`${channelPath(generalId)}$`));
  await expect(titleOf(page)).toContainText('general');
});

test('a visitor of a channel’s link comes back to it after signing in', async ({ page, team, server }) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const path = `${channelPath(generalId)}?panel=members`;
  await page.goto(`${server.url}${path}`);
  await expect(page).toHaveURL(/\/signin\?next=/);
  await fillSignIn(page, ana);
  await expect(page).toHaveURL(`${server.url}${path}`);
  await expect(page.getByRole('complementary', { name: 'About general' })).toBeVisible();
});

for (const target of ['https://elsewhere.test/', '//elsewhere.test/', '/\\elsewhere.test', 'javascript:alert(1)']) {
  test(`signing in never leads to ${target}`, async ({ page, team, server }) => {
    const { people } = await team('Ana');
    const [ana] = people;
    if (!ana) throw new Error('The team has one person.');
    await page.goto(`${server.url}/signin?callbackUrl=${encodeURIComponent(target)}`);
    await fillSignIn(page, ana);
    await expect(
      page.getByRole('navigation', { name: 'Channels' }).or(page.getByText('There is nothing here')),
    ).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(server.url).origin);
  });
}

test('whoever is signed in passes the sign-in, and is never led to another site', async ({ team, openAs }) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, `/signin?next=${encodeURIComponent(channelPath(generalId))}`);
  await expect(page).toHaveURL(new RegExp(`${channelPath(generalId)}$`));
  await page.goto(`/signin?next=${encodeURIComponent('https://elsewhere.test/')}`);
  await expect(page).toHaveURL(/\/w\//);
});

test('after signing out nothing is left to see, not even by going back', async ({ team, openAs }) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, channelPath(generalId));
  await expect(titleOf(page)).toContainText('general');
  await page.getByRole('button', { name: 'Northwind' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/signin/);
});

test('where anybody may, a visitor makes an account and a workspace', async ({ page, server, team }) => {
  await team('Ana');
  await page.goto(`${server.url}/signin`);
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill('Dora Lind');
  const email = `dora.${randomUUID().slice(0, 8)}@example.test`;
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('password');
  await page.getByRole('button', { name: 'Create account' }).click();
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(password).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue('Dora Lind');

  await password.fill('carrot cake on thursday');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/w\/new$/);
  await page.getByLabel('Workspace name').fill('Dora’s Harbour');
  const address = page.getByLabel('Address');
  await expect(address).toHaveValue('dora-s-harbour');
  await address.fill(`harbour-${randomUUID().slice(0, 8)}`);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(titleOf(page)).toContainText('general');
});

test('an e-mail that is taken leads to the sign-in', async ({ page, server }) => {
  const { email } = await makePerson(server.url, 'Ana');
  await page.goto(`${server.url}/register`);
  await page.getByLabel('Your name').fill('Somebody Else');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('another long passphrase');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'sign in instead' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
});

test('the front door leads to the workspace that was open last', async ({ team, server, openAs }) => {
  const { people, slug } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const other = await ana.api.workspace.create.mutate({ name: 'Harbour', slug: `harbour-${slug}` });
  const page = await openAs(ana, `/w/${other.slug}`);
  await expect(titleOf(page)).toContainText('general');
  await page.goto(server.url);
  await expect(page).toHaveURL(new RegExp(`/w/${other.slug}/`));
  await page.goto(`/w/${slug}`);
  await expect(page.getByRole('button', { name: 'Northwind' })).toBeVisible();
  await expect(titleOf(page)).toContainText('general');
  await page.goto(server.url);
  await expect(page).toHaveURL(new RegExp(`/w/${slug}/`));
});

test('settings keep what was typed while one looks at another tab', async ({ team, openAs }) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, channelPath(generalId));
  const dialog = await openFromMenu(page, 'Settings');
  await dialog.getByLabel('What you do').fill('Sails the boats');
  await dialog.getByRole('tab', { name: 'Devices' }).click();
  await expect(dialog.getByText('This device')).toBeVisible();
  await dialog.getByRole('tab', { name: 'Profile' }).click();
  await expect(dialog.getByLabel('What you do')).toHaveValue('Sails the boats');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect.poll(async () => (await ana.api.account.me.query()).title).toBe('Sails the boats');
});
