import { sidebarOf, titleOf } from '../fixtures/channels.ts';
import { composerOf, messageOf, say, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('people write to each other: chosen by the keyboard, told by a badge, closed until the next message', async ({
  team,
  openAs,
}) => {
  const { people, generalId, channelPath, workspaceId } = await team('Ana Ferreira', 'Ben Ode', 'Cleo Marsh');
  const [ana, ben, cleo] = people;
  if (!ana || !ben || !cleo) throw new Error('The team has three people.');
  const page = await openAs(ana, channelPath(generalId));
  const bens = await openAs(ben, channelPath(generalId));
  const directs = sidebarOf(page).getByRole('region', { name: 'Direct messages' });

  await page.getByRole('button', { name: 'New message' }).click();
  const dialog = page.getByRole('dialog', { name: 'New message' });
  const to = dialog.getByRole('combobox', { name: 'To' });
  await expect(to).toBeFocused();
  // Enter before the answer means who was typed, not who stands first until then.
  await to.fill('ben');
  await to.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Remove Ben Ode' })).toBeVisible();
  await expect(to).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toContainText('Ben Ode');
  await expect(directs.getByRole('link', { name: 'Ben Ode' })).toHaveAttribute('aria-current', 'page');
  const theirs = sidebarOf(bens).getByRole('region', { name: 'Direct messages' });
  await expect(theirs.getByRole('link')).toHaveCount(0);

  await say(page, 'Are you coming along?');
  await expect(theirs.getByRole('link', { name: /Ana Ferreira.*1 unread/ })).toBeVisible();
  await theirs.getByRole('link', { name: /Ana Ferreira/ }).click();
  await expect(messageOf(bens, 'Are you coming along?')).toBeVisible();
  await expect(theirs.getByText('1 unread')).toHaveCount(0);

  await titleOf(bens).getByRole('button').click();
  const about = bens.getByRole('complementary', { name: 'About Ana Ferreira' });
  await about.getByRole('button', { name: 'Close conversation' }).click();
  await expect(theirs.getByRole('link')).toHaveCount(0);
  await expect(titleOf(bens)).toHaveText('general');
  await say(page, 'Never mind');
  await expect(theirs.getByRole('link', { name: /Ana Ferreira/ })).toBeVisible();

  const group = await cleo.api.direct.open.mutate({ workspaceId, userIds: [ana.id, ben.id] });
  await sendInOrder(cleo, group.id, ['All three']);
  await directs.getByRole('link', { name: /Ben, Cleo/ }).click();
  await expect(titleOf(page)).toContainText('Ben, Cleo');
  await expect(page.getByRole('button', { name: '3 members' })).toBeVisible();

  // Nobody moderates a conversation of people: its workspace's owner is not asked to.
  await messageOf(page, 'All three').hover();
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Reply in thread' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete message' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  const notes = await ana.api.direct.open.mutate({ workspaceId, userIds: [] });
  await page.goto(channelPath(notes.id));
  await expect(titleOf(page)).toContainText('Your notes');
  await expect(composerOf(page)).toBeVisible();
});

test('sections of one’s own are made, filled, folded and deleted, on all devices', async ({ team, openAs }) => {
  const { people, generalId, channelPath } = await team('Ana');
  const [ana] = people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, channelPath(generalId));
  const other = await openAs(ana, channelPath(generalId));
  const row = sidebarOf(page).getByRole('link', { name: 'general' });
  const sectionOf = (shown: typeof page, name: string) => sidebarOf(shown).getByRole('region', { name, exact: true });

  await row.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move to' }).click();
  await page.getByRole('menuitem', { name: 'New section' }).click();
  await page.getByRole('dialog', { name: 'New section' }).getByLabel('Name').fill('Work');
  await page.keyboard.press('Enter');
  await expect(sectionOf(page, 'Work').getByRole('link', { name: 'general' })).toBeVisible();
  await expect(sectionOf(other, 'Work').getByRole('link', { name: 'general' })).toBeVisible();

  await expect(row).toBeFocused();

  await row.dragTo(sectionOf(page, 'Channels'));
  await expect(sectionOf(other, 'Channels').getByRole('link', { name: 'general' })).toBeVisible();
  await expect(sectionOf(page, 'Work').getByRole('link')).toHaveCount(0);
  await expect(sectionOf(page, 'Work')).toContainText('Drag a channel here');

  // On a phone there is neither: the channel's own menu moves it too.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move to' }).click();
  await page.getByRole('menuitemradio', { name: 'Work' }).click();
  await expect(sectionOf(other, 'Work').getByRole('link', { name: 'general' })).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move to' }).click();
  await page.getByRole('menuitem', { name: 'New section' }).click();
  await expect(page.getByRole('dialog', { name: 'New section' }).getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Later');
  await page.keyboard.press('Enter');
  await expect(sectionOf(other, 'Later').getByRole('link', { name: 'general' })).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move to' }).click();
  await page.getByRole('menuitemradio', { name: 'Channels' }).click();
  await expect(sectionOf(page, 'Work').getByRole('link')).toHaveCount(0);

  await sectionOf(page, 'Direct messages').getByRole('button', { name: 'Direct messages', exact: true }).click();
  const folded = sectionOf(other, 'Direct messages').getByRole('button', { name: 'Direct messages', exact: true });
  await expect(folded).toHaveAttribute('aria-expanded', 'false');

  await sectionOf(other, 'Work').getByRole('button', { name: 'Work: sort and more' }).click();
  await other.getByRole('menuitemradio', { name: 'Unread first' }).click();
  await other.keyboard.press('Escape');
  await sectionOf(page, 'Work').getByRole('button', { name: 'Work: sort and more' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Unread first' })).toBeChecked();
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toBeDisabled();
  await page.getByRole('menuitemcheckbox', { name: 'Unread only' }).click();
  await page.keyboard.press('Escape');
  await sidebarOf(page).getByRole('button', { name: 'Show all' }).click();
  await expect(sidebarOf(page).getByText('Only unread')).toHaveCount(0);
  await sectionOf(other, 'Work').getByRole('button', { name: 'Work: sort and more' }).click();
  await other.getByRole('menuitem', { name: 'Delete section' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Delete section' }).click();
  await expect(sectionOf(page, 'Work')).toHaveCount(0);
});
