import { makeChannel, rowOf, titleOf } from '../fixtures/channels.ts';
import { pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('Alt+Up and Alt+Down move through the channels, round the ends', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  for (const name of ['alpha', 'zeta']) await makeChannel(ana, there, name);
  const page = await openAs(ana, there.channelPath(there.generalId));
  await expect(titleOf(page)).toHaveText('general');
  await expect(page.getByRole('textbox', { name: /^Message / })).toBeFocused();
  for (const name of ['zeta', 'alpha', 'general']) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(titleOf(page)).toHaveText(name);
  }
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titleOf(page)).toHaveText('alpha');
  await expect(rowOf(page, 'alpha')).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(titleOf(page)).toHaveText('general');
});

test('Alt+Shift+Up and Alt+Shift+Down stop only where something is unread', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const ids = new Map<string, string>();
  for (const name of ['alpha', 'beta', 'delta', 'zeta']) {
    ids.set(name, await makeChannel(ana, there, name, { with: [ben] }));
  }
  for (const name of ['alpha', 'zeta']) await sendMessages(ben, ids.get(name) ?? '', ['Anybody here?']);
  const page = await openAs(ana, there.channelPath(there.generalId));
  await expect(rowOf(page, 'zeta')).toContainText('1 unread');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(titleOf(page)).toHaveText('zeta');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(titleOf(page)).toHaveText('alpha');
});

test('the sheet lists what is bound, and gives the focus back', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, there.channelPath(there.generalId));
  const composer = page.getByRole('textbox', { name: /^Message / });
  await expect(composer).toBeFocused();
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const listed = sheet.locator('dl > div');
  for (const [label, keys] of [
    ['Find or jump to a place', 'Ctrl K'],
    ['Previous channel', 'Alt ↑'],
    ['Next unread channel', 'Alt Shift ↓'],
    ['Next part of the page', 'F6'],
    ['Keyboard shortcuts', 'Ctrl /'],
    ['Channel details', 'Ctrl Shift I'],
    ['Mark everything as read', 'Shift Esc'],
  ] as const) {
    await expect(listed.filter({ has: page.getByText(label, { exact: true }) })).toContainText(keys);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(composer).toBeFocused();
  await page.keyboard.press('Control+Shift+I');
  await expect(page.getByRole('complementary', { name: 'About general' })).toBeVisible();
});

test('the sheet leaves out what does nothing here', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  const secret = await makeChannel(ana, there, 'secret', { kind: 'PRIVATE' });
  const page = await openAs(ben, there.channelPath(secret));
  await expect(page.getByRole('heading', { name: 'You can’t see this channel' })).toBeVisible();
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Next channel')).toBeVisible();
  await expect(sheet.getByText('Channel details')).toBeHidden();
});
