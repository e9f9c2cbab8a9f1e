import {
  expectWhollyVisible,
  logOf,
  messageOf,
  pairOf,
  readAll,
  scrollerOf,
  sendInOrder,
  textsOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('a permalink loads the page around its message, marks it, and lets one scroll to live', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const sent = await sendInOrder(ben, made.generalId, textsOf(200));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, `${made.channelPath(made.generalId)}?message=${sent[40]?.id}`);
  await expectWhollyVisible(page, 'line 41.0');
  await expect(messageOf(page, 'line 41.0')).toHaveClass(/bg-mark/);
  await expect(messageOf(page, 'line 41.0')).not.toHaveClass(/bg-mark/);
  await expect(logOf(page).getByText('line 200.0')).toHaveCount(0);
  for (let turn = 0; turn < 60 && (await logOf(page).getByText('line 200.0').count()) === 0; turn += 1) {
    await scrollerOf(page).evaluate((view) => view.scrollBy(0, 900));
    await page.waitForLoadState('networkidle');
  }
  await scrollerOf(page).evaluate((view) => view.scrollTo(0, 0));
  await expectWhollyVisible(page, 'line 200.0');
  await expect(page.getByRole('button', { name: /Jump to latest/ })).toHaveCount(0);
});

test('a search hit opens around its message beside the hits, which are there again when one goes back', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const texts = textsOf(90);
  texts[15] = 'the <b>lighthouse</b> at the coast';
  await sendInOrder(ben, made.generalId, texts);
  await sendInOrder(ana, made.generalId, ['my own lighthouse']);
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(messageOf(page, 'my own lighthouse')).toBeVisible();
  const search = page.getByRole('complementary', { name: 'Search' });
  const field = search.getByRole('combobox', { name: 'Search' });
  const hits = search.getByRole('list', { name: 'Messages found' }).getByRole('link');

  await page.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await expect(search.getByRole('button', { name: 'Remove in:#general' })).toBeVisible();
  await page.keyboard.type('lighthose');
  await expect(hits).toHaveCount(2);
  await field.fill('lighthouse from:be');
  await expect(search.getByRole('option', { name: /Ben/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(search.getByRole('button', { name: /^Remove from:@/ })).toBeVisible();
  await expect(hits).toHaveCount(1);
  await expect(hits.locator('mark')).toHaveText('lighthouse');
  await expect(hits).toContainText('the <b>lighthouse</b> at the coast');

  await field.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectWhollyVisible(page, 'at the coast');
  await expect(messageOf(page, 'at the coast')).toHaveClass(/bg-mark/);
  await expect(messageOf(page, 'at the coast')).not.toHaveClass(/bg-mark/);
  await expect(hits).toBeVisible();
  await page.getByRole('button', { name: /Jump to latest/ }).click();
  await expectWhollyVisible(page, 'my own lighthouse');

  await page.setViewportSize({ width: 390, height: 844 });
  await hits.click();
  await expect(search).toBeHidden();
  await expectWhollyVisible(page, 'at the coast');
  await page.goBack();
  await expect(hits).toBeVisible();
  await search.getByRole('button', { name: /^Remove from:@/ }).click();
  await expect(hits).toHaveCount(2);
  await search.getByRole('tab', { name: 'People' }).click();
  await field.fill('ben');
  await search.getByRole('button', { name: /^Ben/ }).click();
  await expect(page.getByRole('textbox', { name: 'Message Ben' })).toBeVisible();
});
