import { makeChannel, panelOf, rowOf, sidebarOf, titleOf } from '../fixtures/channels.ts';
import { composerOf, messageOf, pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('a public channel opened by its link shows what it is about, and lets one in', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const channelId = await makeChannel(ana, there, 'release-train', { topic: 'Thursday, 16:00' });
  await sendMessages(ana, channelId, ['We ship']);
  const page = await openAs(ben, there.channelPath(channelId));
  const about = page.getByRole('region', { name: 'About this channel' });
  await expect(about).toContainText('Thursday, 16:00');
  await expect(about).toContainText('1 member');
  await expect(composerOf(page)).toBeHidden();
  await about.getByRole('button', { name: 'Join channel' }).click();
  await expect(messageOf(page, 'We ship')).toBeVisible();
  await expect(composerOf(page)).toBeVisible();
  await expect(rowOf(page, 'release-train')).toHaveAttribute('aria-current', 'page');
});

test('a private channel and one that does not exist look the same to somebody outside', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const secret = await makeChannel(ana, there, 'secret', { kind: 'PRIVATE' });
  const page = await openAs(ben, there.channelPath(secret));
  await expect(page.getByRole('heading', { name: 'You can’t see this channel' })).toBeVisible();
  await expect(page.getByText('secret')).toHaveCount(0);
  const shown = await page.getByRole('main').innerText();
  await page.goto(there.channelPath('019aa5b2-6f0e-7cc3-98c4-dc0c0c07398f'));
  await expect(page.getByRole('heading', { name: 'You can’t see this channel' })).toBeVisible();
  expect(await page.getByRole('main').innerText()).toBe(shown);
  await page.getByRole('link', { name: 'Back to my channels' }).click();
  await expect(titleOf(page)).toHaveText('general');
});

test('who is removed while the channel is open sees nothing more of it', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const secret = await makeChannel(ana, there, 'secret', { kind: 'PRIVATE', with: [ben] });
  await sendMessages(ana, secret, ['Between us']);
  const page = await openAs(ben, there.channelPath(secret));
  await expect(messageOf(page, 'Between us')).toBeVisible();
  await ana.api.channel.kick.mutate({ channelId: secret, userId: ben.id });
  await expect(page.getByRole('heading', { name: 'You are no longer in secret' })).toBeVisible();
  await expect(page.getByText('Between us')).toHaveCount(0);
  await expect(composerOf(page)).toHaveCount(0);
  await expect(rowOf(page, 'secret')).toHaveCount(0);
});

test('an owner adds people, makes one an owner and removes them', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben Osei', 'Tomás');
  const [ana, ben] = pairOf(there);
  const channelId = await makeChannel(ana, there, 'release-train', { kind: 'PRIVATE' });
  const page = await openAs(ana, there.channelPath(channelId));
  const other = await openAs(ben, there.channelPath(there.generalId));
  await page.getByRole('button', { name: '1 member' }).click();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Add people' }).click();
  await panel.getByRole('searchbox', { name: 'Find people by name' }).fill('osei');
  await panel.getByRole('checkbox', { name: /Ben Osei/ }).check();
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  const row = panel.getByRole('listitem').filter({ hasText: 'Ben Osei' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('button', { name: '2 members' })).toBeVisible();
  await expect(rowOf(other, 'release-train')).toBeVisible();

  await row.getByRole('button', { name: 'More about Ben Osei' }).click();
  await page.getByRole('menuitem', { name: 'Make an owner' }).click();
  await expect(row).toContainText('Owner');
  await row.getByRole('button', { name: 'More about Ben Osei' }).click();
  await page.getByRole('menuitem', { name: 'Remove from channel' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await expect(rowOf(other, 'release-train')).toHaveCount(0);
  await expect(sidebarOf(other)).toBeVisible();
});

test('leaving a channel leads to another one, and it can be joined again', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const channelId = await makeChannel(ana, there, 'release-train', { with: [ben] });
  const page = await openAs(ben, there.channelPath(channelId));
  await expect(titleOf(page)).toHaveText('release-train');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Leave channel' }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave release-train?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(titleOf(page)).toHaveText('release-train');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Leave channel' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(titleOf(page)).toHaveText('general');
  await expect(rowOf(page, 'release-train')).toHaveCount(0);
  await page.getByRole('button', { name: 'Browse channels' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Join' }).click();
  await expect(titleOf(page)).toHaveText('release-train');
});
