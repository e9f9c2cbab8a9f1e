import { titleOf } from '../fixtures/channels.ts';
import { pairOf } from '../fixtures/chat.ts';
import { openFromMenu } from '../fixtures/talk.ts';
import { makePerson } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

const ended = 'This invite link no longer works';
const inAMoment = (): string => new Date(Date.now() + 1_500).toISOString();

test('a link for one person is used up by the first', async ({ page, team, server, openAs }) => {
  const ben = await makePerson(server.url, 'Ben');
  const { people, workspaceId } = await team('Ana', 'Cleo');
  const invite = await people[0]?.api.workspace.invite.mutate({ workspaceId, maxUses: 1 });
  const path = new URL(invite?.url ?? '').pathname;

  const joining = await openAs(ben, path);
  await expect(joining.getByText('Ana invited you. 2 people are there already.')).toBeVisible();
  await joining.getByRole('button', { name: 'Join Northwind' }).click();
  await expect(titleOf(joining)).toContainText('general');

  await page.goto(`${server.url}${path}`);
  await expect(page.getByRole('heading', { name: ended })).toBeVisible();
  // Who came in by it is led in again.
  await joining.goto(path);
  await expect(titleOf(joining)).toContainText('general');
});

test('the invite dialog keeps the link it made, and a failure leaves a way on', async ({ team, openAs }) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, made.channelPath(made.generalId));
  const isInvite = (url: URL) => url.pathname.endsWith('workspace.invite');
  await page.route(isInvite, (route) => route.abort('connectionfailed'));
  const dialog = await openFromMenu(page, 'Invite people');
  await dialog.getByRole('button', { name: 'Create invite link' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Couldn’t make a link.');
  await page.unroute(isInvite);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  const link = await dialog.getByLabel('Invite link').inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await openFromMenu(page, 'Invite people');
  await expect(dialog.getByLabel('Invite link')).toHaveValue(link);
  // The newest stands first; the other one is the team's own.
  await dialog.getByRole('button', { name: 'Revoke' }).first().click();
  await expect(dialog.getByRole('button', { name: 'Create invite link' })).toBeVisible();
});

test('a link that ran out says so', async ({ page, team, server }) => {
  const { people, workspaceId } = await team('Ana');
  const invite = await people[0]?.api.workspace.invite.mutate({ workspaceId, expiresAt: inAMoment() });
  await expect(async () => {
    await page.goto(`${server.url}${new URL(invite?.url ?? '').pathname}`);
    await expect(page.getByRole('heading', { name: ended })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
});

test('a link that was revoked in the invite dialog says so, and what was typed into its form stays', async ({
  page,
  team,
  server,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const owner = await openAs(ana, made.channelPath(made.generalId));
  const dialog = await openFromMenu(owner, 'Invite people');
  await dialog.getByRole('button', { name: 'Create invite link' }).click();
  const path = new URL(await dialog.getByLabel('Invite link').inputValue()).pathname;

  await page.goto(`${server.url}${path}`);
  await page.getByLabel('Your name').fill('Dora');
  await page.getByLabel('E-mail').fill(`dora.${made.slug}@example.test`);
  await page.getByLabel('Password', { exact: true }).fill('a fine long passphrase');

  const links = dialog.getByRole('region', { name: 'Links that work' });
  const revokes = links.getByRole('button', { name: 'Revoke' });
  // The newest stands first; the other one brought the team in.
  await expect(revokes).toHaveCount(2);
  await revokes.first().click();
  await expect(revokes).toHaveCount(1);

  await page.getByRole('button', { name: 'Join Northwind' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Dora');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('a fine long passphrase');
  await page.goto(`${server.url}${path}`);
  await expect(page.getByRole('heading', { name: ended })).toBeVisible();
});
