import path from 'node:path';
import type { Page } from '@playwright/test';
import { logOf } from './fixtures/chat.ts';
import { startDemo } from './fixtures/demo.ts';
import { expect, signIn, test } from './fixtures/test.ts';

const file = path.join(import.meta.dirname, '../docs/screenshot.png');

/** The company's release channel as its founder sees it, wholly drawn. */
async function openReleaseTrain(page: Page): Promise<void> {
  await page.goto('/w/northwind');
  await page.getByRole('link', { name: /release-train/ }).click();
  await expect(logOf(page).getByRole('article').last()).toBeVisible();
  await expect.poll(() => logOf(page).getByRole('article').count()).toBeGreaterThan(10);
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
}

test('the demo company looks as on the picture in the README', async ({ browser }, testInfo) => {
  test.slow();
  const demo = await startDemo();
  try {
    for (const { name, width, height, colorScheme } of [
      { name: 'light', width: 1440, height: 900, colorScheme: 'light' },
      { name: 'dark', width: 1440, height: 900, colorScheme: 'dark' },
      { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
      { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
    ] as const) {
      const context = await browser.newContext({
        baseURL: demo.url,
        viewport: { width, height },
        colorScheme,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
      });
      await signIn(context, demo.jonas);
      const page = await context.newPage();
      await openReleaseTrain(page);
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      if (name === 'light' && process.env.UPDATE_SCREENSHOT === '1') await page.screenshot({ path: file });
      await context.close();
    }
  } finally {
    await demo.stop();
  }
});
