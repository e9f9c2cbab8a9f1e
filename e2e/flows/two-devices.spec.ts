import { composerOf, messageOf, say } from '../fixtures/chat.ts';
import { fillSignIn, openFromMenu } from '../fixtures/talk.ts';
import { expect, test } from '../fixtures/test.ts';

test('a device that is signed out from another one ends within two seconds and keeps its draft', async ({
  team,
  openAs,
}) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const path = channelPath(generalId);
  const lost = await openAs(ana, path);
  const desk = await openAs(ana, path);
  await say(desk, 'From the desk');
  await expect(messageOf(lost, 'From the desk')).toBeVisible();
  await composerOf(lost).fill('Half a sentence');

  const dialog = await openFromMenu(desk, 'Settings');
  await dialog.getByRole('tab', { name: 'Devices' }).click();
  const leaves = lost.waitForRequest((request) => new URL(request.url()).pathname === '/signin');
  const others = dialog.getByRole('button', { name: /^Sign out Chrome/ });
  await expect(others).toHaveCount(1);
  await others.click();
  await expect(others).toHaveCount(0);
  const revokedAt = Date.now();
  await leaves;
  expect(Date.now() - revokedAt).toBeLessThan(2_000);

  await expect(lost.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(new URL(lost.url()).searchParams.get('next')).toBe(path);
  await fillSignIn(lost, ana);
  await expect(lost).toHaveURL(new RegExp(`${path}$`));
  await expect(composerOf(lost)).toHaveValue('Half a sentence');
  await expect(messageOf(lost, 'From the desk')).toBeVisible();
});
