import { openFromMenu } from '../fixtures/talk.ts';
import { expect, test } from '../fixtures/test.ts';

test('the hours of notifications: several spans, nights, a zone, and what is wrong is said before it is sent', async ({
  team,
  openAs,
}) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, channelPath(generalId));
  const dialog = await openFromMenu(page, 'Settings');
  await dialog.getByRole('tab', { name: 'Notifications' }).click();
  await dialog.getByRole('switch', { name: 'Only at certain hours' }).click();
  const first = dialog.getByRole('group', { name: 'Hours 1' });
  const second = dialog.getByRole('group', { name: 'Hours 2' });
  await expect(first.getByRole('button', { name: 'Friday' })).toHaveAttribute('aria-pressed', 'true');
  await expect(first.getByRole('button', { name: 'Sunday' })).toHaveAttribute('aria-pressed', 'false');
  await dialog.getByRole('button', { name: 'Add hours' }).click();
  await second.getByLabel('From').fill('22:00');
  await second.getByLabel('To').fill('02:00');
  await expect(second).toContainText('On the next day');
  await dialog.getByRole('button', { name: 'Save hours' }).click();
  await expect(dialog.getByRole('alert')).toContainText('at least one day');
  await second.getByRole('button', { name: 'Every day' }).click();
  await first.getByLabel('From').fill('01:00');
  await dialog.getByRole('button', { name: 'Save hours' }).click();
  await expect(dialog.getByRole('alert')).toContainText('overlap');
  await first.getByLabel('From').fill('09:30');
  await second.getByRole('button', { name: 'Weekend' }).click();
  await dialog.getByRole('region', { name: 'Hours' }).getByLabel('Time zone').fill('Asia/Tokyo');
  await expect(dialog.getByText(/It is \d.* there now/)).toBeVisible();
  await page.screenshot({ path: 'test-results/quiet-hours.png' });
  await dialog.getByRole('button', { name: 'Save hours' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const { schedule } = await ana.api.account.notifications.query();
  expect(schedule?.timezone).toBe('Asia/Tokyo');
  expect(schedule?.days).toContainEqual({ day: 5, from: '09:30', to: '18:00' });
  expect(schedule?.days).toContainEqual({ day: 7, from: '22:00', to: '24:00' });
  expect(schedule?.days).toContainEqual({ day: 1, from: '00:00', to: '02:00' });
  // A week of which today is no day: nothing comes now, and one's own row says why.
  const day = ((new Date().getUTCDay() + 2) % 7) + 1;
  const never = { timezone: 'UTC', days: [{ day, from: '00:00', to: '00:01' }] };
  await ana.api.account.setNotifications.mutate({ schedule: never });
  await page.reload();
  const own = page.getByRole('button', { name: 'Ana, status and settings. Outside your notification hours' });
  await own.click();
  await page.getByRole('menuitem', { name: 'Change your hours' }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' }).getByRole('group', { name: 'Hours 1' })).toBeVisible();
  await ana.api.account.setNotifications.mutate({ schedule });
  await page.reload();
  const again = await openFromMenu(page, 'Settings');
  await again.getByRole('tab', { name: 'Notifications' }).click();
  await expect(again.getByRole('group', { name: 'Hours 1' }).getByLabel('From')).toHaveValue('09:30');
});
