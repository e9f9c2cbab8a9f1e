import type { Locator, Page } from '@playwright/test';
import { makeChannel, rowOf, titleOf } from '../fixtures/channels.ts';
import { composerOf, pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

async function openCreate(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Create a channel' }).first().click();
  return page.getByRole('dialog', { name: 'Create a channel' });
}

test('the name of a new channel is shown as it will be, and one that is taken is said while it is typed', async ({
  team,
  openAs,
}) => {
  const there = await team('Ana', 'Ben Osei', 'Cleo');
  const [ana, ben] = pairOf(there);
  await makeChannel(ana, there, 'support');
  const page = await openAs(ana, there.channelPath(there.generalId));
  const dialog = await openCreate(page);
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('Support');
  await expect(dialog.getByText('There is already a channel called #support')).toBeVisible();
  await name.fill('Release Train');
  await expect(dialog.getByText('It will be called #release-train.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Everybody who ships');
  await dialog.getByRole('searchbox', { name: 'Find people' }).fill('osei');
  await page.keyboard.press('Enter');
  await dialog.getByRole('checkbox', { name: /Ben Osei/ }).check();
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(titleOf(page)).toHaveText('release-train');
  await expect(page.getByRole('button', { name: '2 members' })).toBeVisible();
  const { items } = await ben.api.channel.list.query({ workspaceId: there.workspaceId });
  expect(items.find((channel) => channel.name === 'release-train')?.description).toBe('Everybody who ships');
});

test('a name that only the server knows to be taken is said beside the name', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  await makeChannel(ana, there, 'board', { kind: 'PRIVATE' });
  const page = await openAs(ben, there.channelPath(there.generalId));
  const dialog = await openCreate(page);
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('board');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByText(/already a channel called/)).toBeVisible();
});

test('a guest is offered nothing that they may not do', async ({ team, openAs }) => {
  const there = await team('Ana', 'Gus');
  const [ana, gus] = pairOf(there);
  await ana.api.workspace.setRole.mutate({ workspaceId: there.workspaceId, userId: gus.id, role: 'GUEST' });
  const page = await openAs(gus, there.channelPath(there.generalId));
  await page.getByRole('button', { name: 'Browse channels' }).first().click();
  const browse = page.getByRole('dialog', { name: 'Browse channels' });
  await expect(browse.getByRole('listitem').filter({ hasText: 'general' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create a channel' })).toHaveCount(0);
  await browse.getByRole('searchbox').fill('nothing like it');
  await expect(browse.getByText('ask somebody to add you')).toBeVisible();
});

test('a mute ends in the sidebar at its moment', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  const channelId = await makeChannel(ana, there, 'noise');
  const mutedUntil = new Date(Date.now() + 8_000).toISOString();
  await ana.api.channel.setNotifications.mutate({ channelId, level: 'ALL', mutedUntil });
  const page = await openAs(ana, there.channelPath(there.generalId));
  await expect(composerOf(page)).toBeFocused();
  await expect(rowOf(page, 'noise')).toContainText('muted');
  await expect(rowOf(page, 'noise')).not.toContainText('muted');
});

test('members beyond the first page are shown on request and found by name', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben', 'Cleo', 'Dora', 'Emil');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has people.');
  const page = await openAs(ana, '/health/live');
  // Pages of two in place of a hundred.
  await page.route(
    (url) => url.pathname.includes('channel.members'),
    (route) => route.continue({ url: route.request().url().replaceAll('%22limit%22%3A100', '%22limit%22%3A2') }),
  );
  await page.goto(`${there.channelPath(there.generalId)}?panel=members`);
  const members = page.getByRole('complementary').getByRole('listitem').filter({ hasText: '@' });
  await expect(members).toHaveCount(2);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(members).toHaveCount(4);
  const find = page.getByRole('searchbox', { name: 'Find a member' });
  for (const name of ['Ben', 'Cleo', 'Dora', 'Emil']) {
    await find.fill(name);
    await expect(members).toHaveCount(1);
    await expect(members).toContainText(name);
  }
});
