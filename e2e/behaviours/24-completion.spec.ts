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
