import { logOf, pairOf, readAll, sendInOrder, textsOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

declare global {
  interface Window {
    shifts: number[];
  }
}

test('nothing in the timeline shifts while it loads, nor when code gets its colours', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(30));
  await sendInOrder(ben, made.generalId, ['```ts\nconst answer = 42;\nexport default answer;\n```', 'after the code']);
  await readAll(ana, made.generalId);
  const page = await openAs(ana, '/');
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources = [], value = 0 } = entry as PerformanceEntry & { sources?: { node?: Node }[]; value?: number };
        if (sources.some(({ node }) => node instanceof Element && node.closest('[role=log]')))
          window.shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(made.channelPath(made.generalId));
  await expect(logOf(page).getByText('after the code')).toBeVisible();
  await expect(logOf(page).locator('code span').first()).toBeAttached();
  await sendInOrder(ben, made.generalId, ['and one more']);
  await expect(logOf(page).getByText('and one more')).toBeVisible();
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});
