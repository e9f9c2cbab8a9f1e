import type { Page } from '@playwright/test';
import { composerOf, messageOf, pairOf, readAll, say, sendInOrder } from '../fixtures/chat.ts';
import { openFromMenu } from '../fixtures/talk.ts';
import { expect, test } from '../fixtures/test.ts';

/** A picture that the browser can read, larger than an emoji may be. */
async function pictureOf(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = 200;
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#2f9e44';
      context.fillRect(0, 0, 400, 200);
    }
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

test('emoji by name, and the workspace’s own: added, drawn, reacted with and deleted, for everybody at once', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { generalId } = made;
  await sendInOrder(ben, generalId, ['we ship :tada::wave::skin-tone-3: `:tada:` :nope: :quokka:']);
  await readAll(ana, generalId);
  const page = await openAs(ana, made.channelPath(generalId));
  const bens = await openAs(ben, made.channelPath(generalId), { viewport: { width: 390, height: 844 } });
  const message = messageOf(page, 'we ship');
  await expect(message).toContainText('we ship 🎉👋🏼 :tada: :nope: :quokka:');
  const height = await message.evaluate((element) => element.getBoundingClientRect().height);

  const dialog = await openFromMenu(page, 'Emoji');
  await expect(dialog.getByRole('heading', { name: 'No emoji of your own yet' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add emoji' }).click();
  const form = dialog.locator('form');
  await form.getByRole('button', { name: 'Add emoji' }).click();
  await expect(form.getByText('Choose a picture first.')).toBeVisible();
  const file = form.locator('input[type=file]');
  await file.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
  await expect(form.getByText('Choose a PNG, GIF, WebP or JPEG.')).toBeVisible();
  await file.setInputFiles({ name: 'Quokka.png', mimeType: 'image/png', buffer: await pictureOf(page) });
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('quokka');
  await page.screenshot({ path: 'test-results/emoji-form.png' });
  await form.getByRole('textbox', { name: 'Name' }).fill('tada');
  await form.getByRole('button', { name: 'Add emoji' }).click();
  await expect(form.getByText('🎉 has this name.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Name' }).fill('quokka');
  await form.getByRole('button', { name: 'Add emoji' }).click();
  const row = dialog.getByRole('listitem').filter({ hasText: ':quokka:' });
  await expect(row).toContainText('Added by Ana');

  // Everywhere it is written it is drawn now, in the room of a line.
  await expect(messageOf(bens, 'we ship').getByRole('img', { name: ':quokka:' })).toBeVisible();
  await row.getByRole('button', { name: 'Another name for :quokka:' }).click();
  await expect(form.getByRole('textbox', { name: 'Another name for :quokka:' })).toBeFocused();
  await page.keyboard.type('fuzzball');
  await form.getByRole('button', { name: 'Add name' }).click();
  await expect(dialog.getByText('Another name of :quokka:')).toBeVisible();
  await page.screenshot({ path: 'test-results/emoji-dialog.png' });
  await page.keyboard.press('Escape');
  await expect(message.getByRole('img', { name: ':quokka:' })).toBeVisible();
  expect(await message.evaluate((element) => element.getBoundingClientRect().height)).toBe(height);

  await composerOf(page).pressSequentially('well done :fuz');
  await expect(page.getByRole('option', { name: /:quokka:/ })).toContainText(':fuzzball:');
  await page.screenshot({ path: 'test-results/emoji-completion.png' });
  await composerOf(page).press('Tab');
  await expect(composerOf(page)).toHaveValue('well done :quokka: ');
  await composerOf(page).press('Enter');
  await expect(messageOf(bens, 'well done').getByRole('img', { name: ':quokka:' })).toBeVisible();

  await message.focus();
  await page.keyboard.press('r');
  await page.getByRole('combobox', { name: 'Search emoji' }).fill('fuzzball');
  await page.screenshot({ path: 'test-results/emoji-picker.png' });
  await page.getByRole('option', { name: 'quokka', exact: true }).first().click();
  await expect(message.getByRole('button', { name: 'You reacted with :quokka:' }).locator('img')).toBeVisible();
  const pill = messageOf(bens, 'we ship').getByRole('button', { name: 'Ana reacted with :quokka:' });
  await expect(pill.locator('img')).toBeVisible();
  await say(page, ':quokka: :fuzzball: :tada:');
  await bens.screenshot({ path: 'test-results/emoji-phone.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: 'test-results/emoji-dark.png' });

  const again = await openFromMenu(page, 'Emoji');
  await again.getByRole('searchbox', { name: 'Search emoji by name' }).fill('quokka');
  await again.getByRole('button', { name: 'Delete :quokka:' }).click();
  await page.getByRole('alertdialog', { name: 'Delete :quokka:?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(again.getByRole('heading', { name: 'No emoji of your own yet' })).toBeVisible();
  await expect(messageOf(bens, 'we ship')).toContainText(':nope: :quokka:');
});
