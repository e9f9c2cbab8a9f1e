import { makeChannel } from '../fixtures/channels.ts';
import { composerOf, expectWhollyVisible, messageOf, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('@ lists who spoke of late, then members, then others, and the typist last; names are sent as ids', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana Typist', 'Ben Member', 'Cleo Speaker', 'Dora Outside');
  const [ana, ben, cleo] = made.people;
  if (!ana || !ben || !cleo) throw new Error('The team has four people.');
  const channelId = await makeChannel(ana, made, 'release', { with: [ben, cleo] });
  await sendInOrder(cleo, channelId, ['I spoke last']);
  const page = await openAs(ana, made.channelPath(channelId));
  const field = composerOf(page);
  const options = page.getByRole('listbox', { name: 'People' }).getByRole('option');
  await expect(messageOf(page, 'I spoke last')).toBeVisible();
  await field.pressSequentially('hello @');
  await expect(options).toHaveText([
    /Cleo Speaker/,
    /Ben Member/,
    /Ana Typist/,
    /@channel/,
    /@here/,
    /Dora Outside.*Not in this channel/,
  ]);
  await expect(field).toHaveAttribute('aria-activedescendant', /.+/);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue('hello @Ben Member ');
  await field.pressSequentially('and @dor');
  await expect(options).toHaveText([/Dora Outside/]);
  await field.press('Tab');
  await field.pressSequentially('in #gen');
  await page
    .getByRole('listbox', { name: 'Channels' })
    .getByRole('option', { name: /general/ })
    .click();
  await expect(field).toHaveValue('hello @Ben Member and @Dora Outside in #general ');
  await field.press('Enter');

  const sent = messageOf(page, 'hello');
  await expect(sent).toContainText('hello @Ben Member and @Dora Outside in #general');
  await expectWhollyVisible(page, 'hello');
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('Added Dora Outside', { exact: true })).toBeVisible();
  const [last] = (await ana.api.message.list.query({ channelId, limit: 10 })).items.filter(({ body }) =>
    body.startsWith('hello'),
  );
  expect(last?.body).toBe(`hello <@${ben.id}> and <@${made.people[3]?.id}> in <#${made.generalId}> `.trimEnd());

  await field.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit message' });
  await expect(editor).toHaveValue('hello @Ben Member and @Dora Outside in #general');
  await editor.pressSequentially('!');
  await editor.press('Enter');
  await expect(sent).toContainText('in #general!');
  await ben.api.account.update.mutate({ displayName: 'Benno' });
  await expect(sent).toContainText('hello @Benno and');
});
