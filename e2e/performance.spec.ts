import type { Page } from '@playwright/test';
import { composerOf, drawn, logOf, messageOf, pairOf } from './fixtures/chat.ts';
import { MESSAGES_PER_SECOND, openMeasured, sendSteadily } from './fixtures/measured-page.ts';
import { sendMessages } from './fixtures/team.ts';
import { expect, test } from './fixtures/test.ts';

const SCRIPT_BUDGET = 250_000;

declare global {
  interface Window {
    ends: { frames: number; worst: number };
  }
}

test('the first load takes less than 250 kB of compressed script', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendMessages(ben, made.generalId, ['Hello **Ana**', '- one\n- two']);
  const page = await openAs(ana, '/health/live');
  await page.goto(made.channelPath(made.generalId));
  await expect(logOf(page).getByText('Hello Ana')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ encodedBodySize, decodedBodySize }) => ({ sent: encodedBodySize, text: decodedBodySize })),
  );
  const bytes = scripts.reduce((sum, { sent }) => sum + sent, 0);
  console.log(`First load: ${scripts.length} scripts, ${(bytes / 1_000).toFixed(1)} kB compressed`);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter(({ sent, text }) => text > 2_000 && sent > text / 2)).toEqual([]);
  expect(bytes).toBeLessThan(SCRIPT_BUDGET);
});

/** Watches in each frame whether the newest row stands at the view's end; answers how far off it ever was, in px. */
async function watchEnd(page: Page): Promise<() => Promise<{ frames: number; worst: number }>> {
  await page.evaluate(() => {
    window.ends = { frames: 0, worst: 0 };
    const look = () => {
      const scroller = document.querySelector('[role=log]')?.parentElement;
      const last = [...document.querySelectorAll('[role=log] [data-row]')].at(-1);
      if (scroller && last) {
        const gap = scroller.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom;
        window.ends = { frames: window.ends.frames + 1, worst: Math.max(window.ends.worst, Math.abs(gap)) };
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => window.ends);
}

test('nothing shifts in the timeline while 20 messages a second arrive', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [page, ben] = await openMeasured(made, openAs);
  const last = await sendSteadily(ben, made.generalId, 8);
  await expect(messageOf(page, last)).toBeVisible();
  await drawn(page);
  expect(await page.evaluate(() => window.measured.shifts)).toEqual([]);
});

test('nothing shifts, and the end is always drawn, while one types and 20 messages a second arrive', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [page, ben] = await openMeasured(made, openAs);
  const ends = await watchEnd(page);
  const typed = composerOf(page).pressSequentially('Written meanwhile. '.repeat(4), { delay: 60 });
  const [last] = await Promise.all([sendSteadily(ben, made.generalId, 6), typed]);
  await expect(messageOf(page, last)).toBeVisible();
  await drawn(page);
  expect(await page.evaluate(() => window.measured.shifts)).toEqual([]);
  const { frames, worst } = await ends();
  expect(frames).toBeGreaterThan(20);
  expect(worst).toBeLessThan(20);
});

test('while messages arrive, rows that do not change are neither drawn nor painted again', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [page, ben] = await openMeasured(made, openAs);
  const touched = await page.evaluateHandle(() => {
    const changed = new Set<string>();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const row = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>('[data-row]');
        if (row) changed.add(String(row.textContent).slice(0, 60));
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    return changed;
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', { categories: 'devtools.timeline', transferMode: 'ReportEvents' });
  let paints = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    paints += value.filter((event) => Reflect.get(event, 'name') === 'Paint').length;
  });
  const last = await sendSteadily(ben, made.generalId, 3);
  await expect(messageOf(page, last)).toBeVisible();
  const finished = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await finished;
  const old = await touched.evaluate((changed) => [...changed].filter((text) => /line \d/.test(text)));
  expect(old).toEqual([]);
  // All rows anew for each message would be thousands.
  expect(paints).toBeLessThan(MESSAGES_PER_SECOND * 3 * 10);
});
