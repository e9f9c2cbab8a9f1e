import { composerOf, messageOf, pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('emoji are suggested after two letters, and smileys are sent by a single Enter', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const field = composerOf(page);
  const list = page.getByRole('listbox');
  await field.pressSequentially('so :ta');
  await expect(list.getByRole('option', { name: /:tada:/ })).toBeVisible();
  await field.press('Escape');
  await expect(list).toHaveCount(0);
  await field.fill('');

  for (const text of ['fine :)', 'silly :p', 'great :D', 'yes :ok:', 'half :t']) {
    await field.pressSequentially(text);
    await expect(list).toHaveCount(0);
    await field.press('Enter');
    await expect(field).toHaveValue('');
    await expect(messageOf(page, text.slice(0, 4))).toHaveCount(1);
  }

  await field.pressSequentially('party :tad');
  await expect(list.getByRole('option', { selected: true })).toContainText(':tada:');
  await field.press('Tab');
  await expect(field).toHaveValue('party 🎉 ');
  await field.press('Enter');
  await expect(messageOf(page, 'party 🎉')).toBeVisible();
});

test('commands are completed and done, and an unknown one loses nothing', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const field = composerOf(page);
  await field.pressSequentially('/to');
  await expect(page.getByRole('option', { name: /\/topic/ })).toBeVisible();
  await field.press('Enter');
  await expect(field).toHaveValue('/topic ');
  await field.pressSequentially('Ships on Thursdays');
  await field.press('Enter');
  await expect(page.getByText('Ships on Thursdays').first()).toBeVisible();
  await expect(field).toHaveValue('');

  await field.fill('/invite nobody');
  await field.press('Enter');
  await expect(page.getByText('Say whom to add')).toBeVisible();
  await expect(field).toHaveValue('/invite nobody');

  await field.fill('/dance all night');
  await field.press('Enter');
  const question = page.getByRole('alertdialog', { name: /no command \/dance/ });
  await question.getByRole('button', { name: 'Keep writing' }).click();
  await expect(field).toHaveValue('/dance all night');
  await field.press('Enter');
  await question.getByRole('button', { name: 'Send as a message' }).click();
  await expect(messageOf(page, '/dance all night')).toBeVisible();
  await field.fill('/etc/hosts is a path');
  await field.press('Enter');
  await expect(messageOf(page, '/etc/hosts is a path')).toBeVisible();
});

test('commands about oneself: a status, a pause and a reminder, and what is wrong keeps the text', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const field = composerOf(page);
  const command = async (text: string): Promise<void> => {
    await field.fill(text);
    await field.press('Enter');
  };
  await field.pressSequentially('/sta');
  await expect(page.getByRole('option', { name: /\/status/ })).toContainText(':palm_tree: On holiday, or clear');
  await page.screenshot({ path: 'test-results/commands.png' });
  await command('/status :no_such_thing: On holiday');
  await expect(page.getByText('There is no emoji :no_such_thing:')).toBeVisible();
  await expect(field).toHaveValue('/status :no_such_thing: On holiday');
  await command('/status :palm_tree: On holiday');
  await expect(field).toHaveValue('');
  const status = async () => (await ben.api.user.get.query({ id: ana.id })).status;
  expect(await status()).toMatchObject({ emoji: '\u{1F334}', text: 'On holiday' });
  await command('/status clear');
  await expect(field).toHaveValue('');
  expect(await status()).toBeNull();

  await command('/dnd for ever');
  await expect(page.getByText('Say for how long: /dnd 1h')).toBeVisible();
  await command('/dnd 2h');
  await expect(page.getByText(/Notifications are paused until/)).toBeVisible();
  await expect(field).toHaveValue('');
  expect((await ana.api.account.notifications.query()).dndUntil).not.toBeNull();
  await command('/dnd off');
  await expect(page.getByText('Notifications come again')).toBeVisible();
  expect((await ana.api.account.notifications.query()).dndUntil).toBeNull();

  await command('/remind me to call Ben');
  await expect(page.getByText(/^Say when:/)).toBeVisible();
  await expect(field).toHaveValue('/remind me to call Ben');
  await command('/remind me in 20m to call Ben');
  await expect(page.getByText(/You will be reminded/)).toBeVisible();
  await expect(field).toHaveValue('');
  const { items } = await ana.api.message.saved.query({ workspaceId: made.workspaceId });
  expect(items.map(({ message, remindAt }) => [message.body, remindAt !== null])).toEqual([['call Ben', true]]);
});
