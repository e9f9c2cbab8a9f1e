import type { Page } from '@playwright/test';
import { drawn, logOf, pairOf, readAll, scrollerOf, sendInOrder, textsOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

interface Eye {
  seq: string;
  top: number;
}

/** The message in the middle of the view, and where it stands. */
const eyeOf = (page: Page): Promise<Eye> =>
  scrollerOf(page).evaluate((view) => {
    const edge = view.getBoundingClientRect();
    const rows = [...view.querySelectorAll<HTMLElement>('[data-seq]')];
    const row = rows.find((candidate) => candidate.getBoundingClientRect().top >= edge.top + edge.height / 3);
    return { seq: row?.dataset.seq ?? '', top: row?.getBoundingClientRect().top ?? 0 };
  });

const topOfSeq = (page: Page, seq: string): Promise<number> =>
  logOf(page)
    .locator(`[data-seq="${seq}"]`)
    .evaluate((row) => row.getBoundingClientRect().top);

const firstSeq = (page: Page): Promise<number> =>
  logOf(page)
    .locator('[data-seq]')
    .first()
    .evaluate((row) => Number((row as HTMLElement).dataset.seq));

test('older pages load above without moving what is read', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(230));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page).getByText('line 230.')).toBeVisible();

  const worst: number[] = [];
  for (let turn = 0; turn < 40 && (await firstSeq(page)) > 8; turn += 1) {
    await scrollerOf(page).evaluate((view) => view.scrollBy(0, -600));
    const eye = await eyeOf(page);
    await drawn(page);
    await page.waitForLoadState('networkidle');
    await drawn(page);
    worst.push(Math.abs((await topOfSeq(page, eye.seq)) - eye.top));
  }
  expect(worst.length).toBeGreaterThan(5);
  expect(Math.max(...worst)).toBeLessThanOrEqual(2);
  await expect(logOf(page).getByRole('heading', { name: '#general' })).toBeAttached();
});

test('messages above and below that change their height do not move what is read', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const sent = await sendInOrder(ben, made.generalId, textsOf(60));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page).getByText('line 60.')).toBeVisible();
  await scrollerOf(page).evaluate((view) => view.scrollBy(0, -1_200));
  await drawn(page);

  const eye = await eyeOf(page);
  const read = sent.findIndex((message) => String(message.seq) === eye.seq);
  for (const index of [read - 12, read + 14]) {
    const message = sent[index];
    if (!message) throw new Error('There is a message to change.');
    await ben.api.message.edit.mutate({ id: message.id, body: `edited ${index}\n${'tall\n'.repeat(12)}` });
    await expect(logOf(page).getByText(`edited ${index}`)).toBeAttached();
    await drawn(page);
    expect(Math.abs((await topOfSeq(page, eye.seq)) - eye.top)).toBeLessThanOrEqual(2);
  }
});
