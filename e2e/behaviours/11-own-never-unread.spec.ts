import { randomUUID } from 'node:crypto';
import { expectWhollyVisible, logOf, membershipOf, pairOf, sendInOrder, setLookedAt } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('what one sends from another device is not unread here', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page)).toBeVisible();
  await setLookedAt(page, false);
  await sendInOrder(ana, made.generalId, ['from my phone', 'and again']);
  await expectWhollyVisible(page, 'and again');
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toHaveCount(0);
  expect((await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
  await sendInOrder(ben, made.generalId, ['from somebody else']);
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toHaveCount(1);
});

test('what one forwards reads nothing that is unread, and keeps nothing unread that is seen', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { generalId: channelId, workspaceId } = made;
  const { id: elsewhere } = await ana.api.channel.create.mutate({ workspaceId, name: 'elsewhere' });
  const { id } = await ana.api.message.send.mutate({ channelId: elsewhere, body: 'a find', nonce: randomUUID() });
  const forward = (body: string) => ana.api.message.forward.mutate({ id, channelId, body, nonce: randomUUID() });
  const page = await openAs(ana, made.channelPath(channelId));
  await expect(logOf(page)).toBeVisible();
  await forward('look');
  await expectWhollyVisible(page, 'look');
  await sendInOrder(ben, channelId, ['seen at once']);
  await expect.poll(async () => (await membershipOf(ana, made, channelId))?.unread).toBe(0);

  await setLookedAt(page, false);
  await sendInOrder(ben, channelId, ['while you were away']);
  await forward('and this');
  await expectWhollyVisible(page, 'and this');
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toHaveCount(1);
  await expect.poll(async () => (await membershipOf(ana, made, channelId))?.unread).toBe(1);
  await setLookedAt(page, true);
  await expect.poll(async () => (await membershipOf(ana, made, channelId))?.unread).toBe(0);
});
