import type { Page } from '@playwright/test';
import { focusedRegion, panelOf, titleOf } from '../fixtures/channels.ts';
import { pairOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

/** Whether something is drawn around, or within, what has the focus. */
const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return false;
    const drawn = [active, active.parentElement].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    });
    return (
      drawn || active.matches('textarea, input') || getComputedStyle(active).backgroundColor !== 'rgba(0, 0, 0, 0)'
    );
  });

test('F6 goes round the parts of the page and comes back to where it was', async ({ team, openAs }) => {
  const there = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(there);
  await sendMessages(ben, there.generalId, ['Good morning', 'Everybody']);
  const page = await openAs(ana, `${there.channelPath(there.generalId)}?panel=members`);
  await expect(panelOf(page)).toBeVisible();
  await page.getByRole('textbox', { name: /^Message / }).focus();
  for (const region of ['panel', 'sidebar', 'header', 'timeline', 'composer']) {
    await page.keyboard.press('F6');
    await expect.poll(() => focusedRegion(page)).toBe(region);
    expect(await focusIsVisible(page), region).toBe(true);
  }
  await page.keyboard.press('Shift+F6');
  await expect.poll(() => focusedRegion(page)).toBe('timeline');
  await expect(page.locator(':focus')).toContainText('Everybody');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toContainText('Good morning');
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(page.locator(':focus')).toContainText('Good morning');
});

test('the first Tab offers to skip the list of channels', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  // A tablet with a keyboard: nothing has the focus on its own there.
  const page = await openAs(ana, there.channelPath(there.generalId), { hasTouch: true, isMobile: true });
  await expect(titleOf(page)).toHaveText('general');
  const composer = page.getByRole('textbox', { name: /^Message / });
  await expect(composer).toBeVisible();
  await expect(composer).not.toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the conversation' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(composer).toBeFocused();
});

test('a dialog holds the focus and gives it back to what opened it', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, there.channelPath(there.generalId));
  const opener = page.getByRole('button', { name: 'Create a channel' }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create a channel' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the panel closes on Escape and leads back to the header', async ({ team, openAs }) => {
  const there = await team('Ana');
  const [ana] = there.people;
  if (!ana) throw new Error('The team has one person.');
  const page = await openAs(ana, there.channelPath(there.generalId));
  await page.getByRole('button', { name: '1 member' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedRegion(page)).toBe('panel');
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect.poll(() => focusedRegion(page)).toBe('header');
});
