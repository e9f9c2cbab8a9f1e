import { expectWhollyVisible, goTo, pairOf, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('who is removed from a channel that is open is told so, and can go on elsewhere', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { id } = await ana.api.channel.create.mutate({
    workspaceId: made.workspaceId,
    name: 'secrets',
    kind: 'PRIVATE',
    memberIds: [ben.id],
  });
  await sendInOrder(ana, id, ['for our eyes']);
  const page = await openAs(ben, made.channelPath(id));
  await expectWhollyVisible(page, 'for our eyes');
  await ana.api.channel.kick.mutate({ channelId: id, userId: ben.id });
  await expect(page.getByText('for our eyes')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Message / })).toHaveCount(0);
  await expect(page.getByRole('navigation').getByRole('link', { name: /secrets/ })).toHaveCount(0);
  await goTo(page, 'general');
  await expect(page.getByRole('textbox', { name: 'Message #general' })).toBeVisible();
});

test('an archived channel says that nobody can write in it', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const { id } = await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name: 'done' });
  const page = await openAs(ana, made.channelPath(id));
  await expect(page.getByRole('textbox', { name: 'Message #done' })).toBeVisible();
  await ana.api.channel.archive.mutate({ channelId: id });
  await expect(page.getByText('This channel is archived.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message #done' })).toHaveCount(0);
});
