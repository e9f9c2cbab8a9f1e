import type { Page } from '@playwright/test';
import { makeChannel, rowOf } from '../fixtures/channels.ts';
import { messageOf, pairOf, readAll, textsOf } from '../fixtures/chat.ts';
import { sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

/** In ms, of the median. */
const BUDGET = 200;
const CHANNELS = 20;
const MESSAGES = 30;

/** Opens a channel by its row and answers how long it took until `text`, its newest message, was painted, in ms. */
async function openTimed(page: Page, name: string, text: string): Promise<number> {
  const painted = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        const look = (): void => {
          const rows = [...document.querySelectorAll('[role=log] [data-row]')];
          if (!rows.some((row) => row.textContent?.includes(wanted))) return void requestAnimationFrame(look);
          // The frame that holds the row is painted before the next one begins.
          requestAnimationFrame(() => resolve(performance.now() - pressed));
        };
        const begin = (event: Event): void => {
          pressed = event.timeStamp;
          look();
        };
        addEventListener('pointerdown', begin, { capture: true, once: true });
      }),
    text,
  );
  await rowOf(page, name).click();
  return painted;
}

test('opening a channel that was not loaded before', async ({ team, openAs }) => {
  test.setTimeout(180_000);
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const names = Array.from({ length: CHANNELS }, (_, index) => `harbour-${String.fromCharCode(97 + index)}`);
  for (const name of names) {
    const id = await makeChannel(ben, made, name, { with: [ana] });
    await sendMessages(ben, id, [...textsOf(MESSAGES - 1), `The newest of ${name}`]);
    await readAll(ana, id);
  }
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(rowOf(page, names[0] ?? '')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const times: number[] = [];
  for (const name of names) {
    times.push(await openTimed(page, name, `The newest of ${name}`));
    await expect(messageOf(page, `The newest of ${name}`)).toBeVisible();
  }
  const sorted = times.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const slowest = sorted.at(-1) ?? 0;
  console.log(
    `Opening a channel: ${median.toFixed(0)} ms in the median of ${CHANNELS}, ${slowest.toFixed(0)} ms at most (target: under ${BUDGET})`,
  );
  expect(median).toBeLessThan(BUDGET);
});
