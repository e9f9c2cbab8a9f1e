import { makeChannel, sidebarOf } from '../fixtures/channels.ts';
import { pairOf, sendInOrder, setLookedAt } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('14, 15: title and icon say what waits, and all is normal again once it is read on another device', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const loud = await makeChannel(ben, made, 'loud', { with: [ana] });
  const page = await openAs(ana, made.channelPath(made.generalId));
  const other = await openAs(ana, made.channelPath(made.generalId));
  const icon = page.locator('head link[rel~="icon"]').first();
  await expect(page).toHaveTitle(/^general/);
  await expect(icon).not.toHaveAttribute('href', /^data:/);

  const direct = await ben.api.direct.open.mutate({ workspaceId: made.workspaceId, userIds: [ana.id] });
  await sendInOrder(ben, direct.id, ['one', 'two']);
  await sendInOrder(ben, loud, [`<@${ana.id}> three`]);
  await expect(page).toHaveTitle(/^\(3\) general/);
  await expect(icon).toHaveAttribute('href', /^data:image\/svg/);
  await expect(sidebarOf(page).getByRole('link', { name: /Ben.*2 unread/ })).toBeVisible();

  // Another device reads the conversation: two seconds later the first one has forgotten it.
  await setLookedAt(other, true);
  await sidebarOf(other).getByRole('link', { name: /Ben/ }).click();
  const readOnServer = expect.poll(
    async () => (await ana.api.channel.get.query({ channelId: direct.id })).membership?.unread,
  );
  await readOnServer.toBe(0);
  await expect(page).toHaveTitle(/^\(1\) general/, { timeout: 2_000 });
  await expect(sidebarOf(page).getByRole('link', { name: /Ben.*unread/ })).toHaveCount(0);

  // What is muted has no share, and what is left neither.
  await ana.api.channel.setNotifications.mutate({ channelId: loud, level: 'NONE' });
  await expect(page).toHaveTitle(/^general/);
  await expect(icon).not.toHaveAttribute('href', /^data:/);
  await ana.api.channel.setNotifications.mutate({ channelId: loud, level: 'ALL' });
  await expect(page).toHaveTitle(/^\(1\) general/);
  await ana.api.channel.leave.mutate({ channelId: loud });
  await expect(page).toHaveTitle(/^general/);
  await expect(icon).not.toHaveAttribute('href', /^data:/);
});
