import type { Page } from '@playwright/test';
import { composerOf, drawn, messageOf } from '../fixtures/chat.ts';
import { openMeasured, sendSteadily } from '../fixtures/measured-page.ts';
import { expect, test } from '../fixtures/test.ts';

/** In ms. */
const BUDGET = 100;

/** What a person does: writes, sends, presses a button. Answers how long the slowest of it took to be drawn, in ms. */
async function useTheChat(page: Page, seconds: number): Promise<number> {
  await page.evaluate(() => window.measured.interactions.clear());
  const until = Date.now() + seconds * 1_000;
  for (let round = 1; Date.now() < until; round += 1) {
    await composerOf(page).pressSequentially(`Written meanwhile, ${round}`, { delay: 60 });
    await composerOf(page).press('Enter');
    await page.getByRole('button', { name: 'Bold' }).click();
    await composerOf(page).fill('');
  }
  await drawn(page);
  return worstOf(await page.evaluate(() => [...window.measured.interactions.values()]));
}

/** The slowest, leaving out one in fifty for chance. */
function worstOf(durations: readonly number[]): number {
  return durations.toSorted((one, other) => other - one)[Math.floor(durations.length / 50)] ?? 0;
}

test('interaction to next paint while 20 messages a second arrive', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [page, ben] = await openMeasured(made, openAs);
  const quiet = await useTheChat(page, 4);
  const [busy, last] = await Promise.all([useTheChat(page, 8), sendSteadily(ben, made.generalId, 8)]);
  await expect(messageOf(page, last)).toBeAttached();
  console.log(
    `Interaction to next paint: ${busy} ms with 20 messages a second, ${quiet} ms without (target: under ${BUDGET})`,
  );
  expect(busy).toBeLessThan(BUDGET);
});
