import type { Page } from '@playwright/test';
import {
  drawn,
  expectWhollyVisible,
  fromEnd,
  logOf,
  messageOf,
  pairOf,
  readAll,
  sendInOrder,
  textsOf,
} from '../fixtures/chat.ts';
import type { Team } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

declare global {
  interface Window {
    shiftsAtStart: string[];
  }
}

/** A channel with more in it than fits, all of it read by Ana. */
async function fillGeneral(made: Team) {
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(70));
  await sendInOrder(ben, made.generalId, [`**all** and <@${ben.id}>`]);
  await readAll(ana, made.generalId);
  return { ana, ben };
}

/** Notes what the page complains of, and what moves by itself in the timeline while it begins. */
async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    window.shiftsAtStart = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('sources' in entry && Array.isArray(entry.sources))) continue;
        for (const { node, previousRect, currentRect } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          if (!element?.closest('[role=log]')) continue;
          const [before, after] = [previousRect, currentRect].map((rect) => JSON.stringify(rect));
          window.shiftsAtStart.push(`${element.textContent?.slice(0, 60)}: ${before} is ${after}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return complaints;
}

/** What a channel's page says without its scripts, as the server sent it. */
async function textOfHtml(page: Page, path: string): Promise<string> {
  const html = await (await page.request.get(path, { headers: { accept: 'text/html' } })).text();
  return html.replaceAll(/<script\b.*?<\/script>/gs, '').replaceAll(/<[^>]+>/g, ' ');
}

test('without any script the newest messages are there, at their end', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const { ana } = await fillGeneral(made);
  const page = await openAs(ana, made.channelPath(made.generalId), { javaScriptEnabled: false });
  await expect(messageOf(page, 'line 70.0')).toBeInViewport({ ratio: 1 });
  await expect(messageOf(page, 'all and @Ben')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('textbox', { name: /^Message / })).toBeInViewport({ ratio: 1 });
});

for (const [locale, timezoneId] of [
  ['en-US', 'Asia/Tokyo'],
  ['de-DE', 'America/St_Johns'],
] as const) {
  test(`the page begins to run without a jump or complaint, in ${locale} and ${timezoneId}`, async ({
    team,
    openAs,
  }) => {
    const made = await team('Ana', 'Ben');
    const { ana, ben } = await fillGeneral(made);
    const path = made.channelPath(made.generalId);
    const page = await openAs(ana, '/health/live', { locale, timezoneId });
    const complaints = await watch(page);
    for (const visit of ['first', 'second']) {
      await page.goto(path);
      await expectWhollyVisible(page, 'all and @Ben');
      await sendInOrder(ben, made.generalId, [`live on the ${visit} visit`]);
      await expectWhollyVisible(page, `live on the ${visit} visit`);
      await drawn(page);
      expect(await fromEnd(page)).toBe(0);
      expect(await page.evaluate(() => window.shiftsAtStart)).toEqual([]);
      await readAll(ana, made.generalId);
    }
    expect(complaints).toEqual([]);

    // Seen before, the browser's zone is known: the server writes the times that are then read.
    const seen = await logOf(page).locator('time').last().textContent();
    expect(await textOfHtml(page, path)).toContain(seen?.trim() ?? 'a time');
  });
}

test('a channel with much unread begins at its divider, and shows nothing else before', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const { ana, ben } = await fillGeneral(made);
  await sendInOrder(ben, made.generalId, textsOf(30, 'fresh'));
  const plain = await openAs(ana, made.channelPath(made.generalId), { javaScriptEnabled: false });
  await expect(plain.getByText('Loading messages')).toBeAttached();
  const page = await openAs(ana, '/health/live');
  const complaints = await watch(page);
  await page.goto(made.channelPath(made.generalId));
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toBeInViewport();
  await expectWhollyVisible(page, 'fresh 1.0');
  expect(await page.evaluate(() => window.shiftsAtStart)).toEqual([]);
  expect(complaints).toEqual([]);
});
