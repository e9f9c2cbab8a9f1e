import type { Locator, Page } from '@playwright/test';
import { sidebarOf, titleOf } from '../fixtures/channels.ts';
import { pairOf } from '../fixtures/chat.ts';
import { openFromMenu } from '../fixtures/talk.ts';
import { expect, test } from '../fixtures/test.ts';

/** The question before the workspace is left. */
async function askToLeave(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Northwind' }).click();
  await page.getByRole('menuitem', { name: 'Leave workspace' }).click();
  return page.getByRole('alertdialog', { name: 'Leave Northwind?' });
}

test('somebody in several workspaces goes from one to the other', async ({ team, openAs }) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const other = await ana.api.workspace.create.mutate({ name: 'Harbour', slug: `harbour-${made.slug}` });
  const page = await openAs(ana, made.channelPath(made.generalId));
  await page.getByRole('button', { name: 'Northwind' }).click();
  await page.getByRole('menuitem', { name: 'Switch workspace' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Northwind' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Harbour' }).click();
  await expect(page).toHaveURL(new RegExp(`/w/${other.slug}/`));
  await expect(sidebarOf(page).getByRole('button', { name: 'Harbour' })).toBeVisible();
  await expect(titleOf(page)).toHaveText('general');
});

test('an owner gives the workspace another name; a member is not asked to', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const other = await openAs(ben, made.channelPath(made.generalId));
  await expect(sidebarOf(other).getByRole('button', { name: 'Northwind' })).toBeVisible();
  const dialog = await openFromMenu(page, 'Workspace settings');
  const name = dialog.getByLabel('Workspace name');
  await expect(name).toHaveValue('Northwind');
  await name.fill('  ');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Southwind');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(sidebarOf(page).getByRole('button', { name: 'Southwind' })).toBeVisible();
  await expect(page).toHaveTitle('general - Southwind');

  await expect(other).toHaveTitle('general - Southwind');
  await sidebarOf(other).getByRole('button', { name: 'Southwind' }).click();
  await expect(other.getByRole('menuitem', { name: 'People', exact: true })).toBeVisible();
  await expect(other.getByRole('menuitem', { name: 'Workspace settings' })).toHaveCount(0);
});

test('leaving a workspace asks first, and its only owner is told to find another', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const owner = await openAs(ana, made.channelPath(made.generalId));
  const refused = await askToLeave(owner);
  await refused.getByRole('button', { name: 'Leave workspace' }).click();
  await expect(refused.getByRole('alert')).toContainText('needs an owner');

  const page = await openAs(ben, made.channelPath(made.generalId));
  const asked = await askToLeave(page);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toBeHidden();
  expect((await ben.api.workspace.list.query()).items).toHaveLength(1);
  await (await askToLeave(page)).getByRole('button', { name: 'Leave workspace' }).click();
  await expect(page).toHaveURL(/\/w\/new$/);
  expect((await ben.api.workspace.list.query()).items).toEqual([]);
});
