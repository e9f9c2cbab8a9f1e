import { sidebarOf, titleOf } from '../fixtures/channels.ts';
import { composerOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('whoever does nothing for five minutes is shown as away, though the conversation scrolls by itself', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana');
  const [ana] = made.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, '/health/live');
  // The clock of a worker is its own: without one the page counts by its clock, which is moved here.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await page.clock.install();
  await page.goto(made.channelPath(made.generalId));
  await expect(titleOf(page)).toHaveText('general');
  await expect(composerOf(page)).toBeFocused();
  const own = sidebarOf(page).getByRole('button', { name: 'Ana, status and settings' });
  await expect(own).toContainText('Online');
  await page.clock.fastForward('04:00');
  await page.evaluate(() => document.dispatchEvent(new Event('scroll')));
  await page.clock.fastForward('02:00');
  await expect(own).toContainText('Away');
  await page.mouse.move(400, 300);
  await expect(own).toContainText('Online');
});
