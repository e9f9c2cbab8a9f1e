import { makeChannel, panelOf, rowOf, sidebarOf, titleOf } from '../fixtures/channels.ts';
import { composerOf, messageOf, pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('a name and a topic are changed in place, and others see it at once', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const channelId = await makeChannel(ana, there, 'release', { with: [ben] });
  const page = await openAs(ana, `${there.channelPath(channelId)}?panel=details`);
  const other = await openAs(ben, there.channelPath(channelId));
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Edit topic' }).click();
  await panel.getByLabel('Topic').fill('Everything on the way to 4.2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').or(page.locator('header')).first()).toContainText('on the way to 4.2');
  await expect(other.locator('main header')).toContainText('Everything on the way to 4.2');

  await panel.getByRole('button', { name: 'Edit name' }).click();
  await panel.getByLabel('Name').fill('general');
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await panel.getByLabel('Name').fill('release-train');
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText('release-train');
  await expect(titleOf(other)).toHaveText('release-train');
  await expect(rowOf(other, 'release-train')).toBeVisible();
});

test('an archived channel can be read, not written to, until it is brought back', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const channelId = await makeChannel(ana, there, 'launch', { with: [ben] });
  await sendMessages(ben, channelId, ['We are live']);
  const page = await openAs(ana, `${there.channelPath(channelId)}?panel=details`);
  const other = await openAs(ben, there.channelPath(channelId));
  await panelOf(page).getByRole('button', { name: 'Archive channel' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
  for (const each of [page, other]) {
    await expect(each.getByText(/^Archived on/)).toBeVisible();
    await expect(messageOf(each, 'We are live')).toBeVisible();
    await expect(composerOf(each)).toHaveCount(0);
  }
  await expect(other.getByRole('button', { name: 'Unarchive' })).toHaveCount(0);
  await rowOf(other, 'general').click();
  await expect(rowOf(other, 'launch')).toHaveCount(0);
  await page.getByRole('button', { name: 'Unarchive', exact: true }).click();
  await expect(composerOf(page)).toBeVisible();
  await expect(rowOf(other, 'launch')).toBeVisible();
});

test('deleting asks for the name, and then nobody sees the channel any more', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const channelId = await makeChannel(ana, there, 'mistake', { with: [ben] });
  const page = await openAs(ana, `${there.channelPath(channelId)}?panel=details`);
  const other = await openAs(ben, there.channelPath(channelId));
  await expect(titleOf(other)).toHaveText('mistake');
  await panelOf(page).getByRole('button', { name: 'Delete channel' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Delete channel' })).toBeDisabled();
  await question.getByLabel('Type mistake to confirm').fill('mistake');
  await question.getByRole('button', { name: 'Delete channel' }).click();
  await expect(titleOf(page)).toHaveText('general');
  await expect(other.getByRole('heading', { name: 'You are no longer in mistake' })).toBeVisible();
  for (const each of [page, other]) await expect(rowOf(each, 'mistake')).toHaveCount(0);
});

test('a star puts a channel on top, and nothing is heard of a muted one', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  await makeChannel(ana, there, 'alpha');
  const noise = await makeChannel(ana, there, 'noise', { with: [ben] });
  const page = await openAs(ana, there.channelPath(noise));
  await page.getByRole('button', { name: 'Star', exact: true }).click();
  await expect(sidebarOf(page).getByRole('region', { name: 'Starred' }).getByRole('link')).toHaveText(/noise/);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Notifications' }).hover();
  await page.getByRole('menuitemradio', { name: 'Nothing' }).click();
  await expect(rowOf(page, 'noise')).toContainText('muted');
  await rowOf(page, 'alpha').click();
  await expect(titleOf(page)).toHaveText('alpha');
  await sendMessages(ben, noise, ['Something']);
  await sendMessages(ben, there.generalId, ['Something else']);
  await expect(rowOf(page, 'general')).toContainText('1 unread');
  await expect(rowOf(page, 'noise')).not.toContainText('unread');
});
