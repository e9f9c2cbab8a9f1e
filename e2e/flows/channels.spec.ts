import { titleOf } from '../fixtures/channels.ts';
import { messageOf, pairOf, say } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('one makes channels, another finds the public one, and they talk both ways', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [anaPerson, benPerson] = pairOf(made);
  const ana = await openAs(anaPerson, made.channelPath(made.generalId));
  const ben = await openAs(benPerson, made.channelPath(made.generalId));

  for (const [name, kind] of [
    ['leadership', 'Private'],
    ['release-train', 'Public'],
  ] as const) {
    await ana.getByRole('button', { name: 'Create a channel' }).click();
    const dialog = ana.getByRole('dialog', { name: 'Create a channel' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('radio', { name: kind }).click();
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(titleOf(ana)).toContainText(name);
  }

  await ben.getByRole('button', { name: 'Browse channels' }).click();
  const browse = ben.getByRole('dialog', { name: 'Browse channels' });
  const found = browse.getByRole('listitem').filter({ hasText: 'release-train' });
  await expect(found).toBeVisible();
  await expect(browse.getByRole('listitem').filter({ hasText: 'leadership' })).toHaveCount(0);
  await found.getByRole('button', { name: 'Join' }).click();
  await expect(titleOf(ben)).toContainText('release-train');

  await say(ana, 'Cut-off is at four.');
  await expect(messageOf(ben, 'Cut-off is at four.')).toBeVisible();
  await say(ben, 'Then I hurry.');
  await expect(messageOf(ana, 'Then I hurry.')).toBeVisible();
});

test('the tab names the channel and counts the mentions elsewhere', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { id: supportId } = await ben.api.channel.create.mutate({
    workspaceId: made.workspaceId,
    kind: 'PUBLIC',
    name: 'support',
    memberIds: [ana.id],
  });
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(page).toHaveTitle('general - Northwind');
  await ben.api.message.send.mutate({ channelId: supportId, body: `<@${ana.id}> help`, nonce: crypto.randomUUID() });
  await expect(page).toHaveTitle('(1) general - Northwind');
  await page.getByRole('link', { name: /support/ }).click();
  await expect(page).toHaveTitle('support - Northwind');
  const unread = async (): Promise<number | undefined> =>
    (await ana.api.channel.get.query({ channelId: supportId })).membership?.unread;
  await expect.poll(unread).toBe(0);
  await page.goBack();
  await expect(page).toHaveTitle('general - Northwind');
});
