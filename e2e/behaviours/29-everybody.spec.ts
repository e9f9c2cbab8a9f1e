import { composerOf, messageOf, say } from '../fixtures/chat.ts';
import { writtenIn } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('calling everybody in a large channel asks first, with how many people and time zones', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben', 'Cleo', 'Dora', 'Emil', 'Finn', 'Gus');
  const [ana, ben, cleo] = made.people;
  if (!ana || !ben || !cleo) throw new Error('The team has seven people.');
  await ben.api.account.update.mutate({ timezone: 'Asia/Tokyo' });
  await cleo.api.account.update.mutate({ timezone: 'America/New_York' });
  const page = await openAs(ana, made.channelPath(made.generalId));
  const question = page.getByRole('alertdialog', { name: /Notify 6 people in \d time zones\?/ });
  await say(page, 'lunch, @channel?');
  await expect(question).toContainText('Tokyo');
  await expect(question).toContainText('New York');
  await page.keyboard.press('Escape');
  await expect(composerOf(page)).toHaveValue('lunch, @channel?');
  await composerOf(page).press('Enter');
  await question.getByRole('button', { name: 'Send' }).click();
  await expect(messageOf(page, 'lunch, @channel?')).toBeVisible();
  await expect(composerOf(page)).toHaveValue('');
  // It stands there before the server has it.
  const sent = async (): Promise<string[]> => (await writtenIn(ana, made.generalId)).map(({ body }) => body);
  await expect.poll(sent).toEqual(['lunch, <!channel>?']);
  await say(page, 'write to `@channel` to call everybody');
  await expect(messageOf(page, 'to call everybody')).toBeVisible();
});

test('calling those who are here is not asked about where they are few', async ({ team, openAs }) => {
  const crowd = Array.from({ length: 21 }, (_, index) => `Guest${index}`);
  const made = await team('Ana', ...crowd);
  const [ana, ben] = made.people;
  if (!ana || !ben) throw new Error('The team has more people.');
  await ben.api.presence.heartbeat.mutate({ deviceId: 'd', status: 'ONLINE' });
  const page = await openAs(ana, made.channelPath(made.generalId));
  await say(page, 'lunch, @here?');
  const sent = async (): Promise<string[]> => (await writtenIn(ana, made.generalId)).map(({ body }) => body);
  await expect.poll(sent).toEqual(['lunch, <!here>?']);
  await expect(composerOf(page)).toHaveValue('');
  await expect(page.getByRole('alertdialog')).toBeHidden();
});
