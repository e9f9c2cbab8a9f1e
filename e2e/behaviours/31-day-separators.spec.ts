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

test('days are the viewer’s, and today becomes yesterday at their midnight', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const [sent] = await sendInOrder(ben, made.generalId, ['hello']);
  await readAll(ana, made.generalId);
  const sentAt = Date.parse(sent?.createdAt ?? '');
  const page = await openAs(ana, '/', { timezoneId: 'Asia/Kolkata', locale: 'en-GB' });
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Asia/Kolkata' } as const;
  const day = new Intl.DateTimeFormat('en-CA', fields).format(sentAt);
  const midnight = Date.parse(`${day}T24:00:00+05:30`);
  await page.clock.install({ time: midnight - 60_000 });
  await page.goto(made.channelPath(made.generalId));
  const name = logOf(page).locator('[data-day]');
  await expect(name).toHaveText('Today');
  await page.clock.fastForward(90_000);
  await expect(name).toHaveText('Yesterday');
});

test('the day’s name stays in view while its messages pass', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(60));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const name = logOf(page).locator('[data-day]').last();
  await expect(name).toBeInViewport();
  for (const distance of [-300, -700, -1_500]) {
    await scrollerOf(page).evaluate((view, y) => view.scrollTo(0, y), distance);
    await expect
      .poll(async () => {
        const [own, view] = [await name.boundingBox(), await scrollerOf(page).boundingBox()];
        return own && view ? Math.abs(own.y - view.y) : null;
      })
      .toBeLessThanOrEqual(1);
  }
});

test('the day’s name opens a calendar that leads to a day’s first message, and back to the latest', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(80));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const day = logOf(page)
    .getByRole('button', { name: /jump to a date/ })
    .last();
  await expect(messageOf(page, 'line 80.0')).toBeVisible();
  await day.focus();
  await page.keyboard.press('Enter');
  const calendar = page.getByRole('dialog', { name: 'Jump to a date' });
  const today = calendar.getByRole('gridcell', { selected: true }).getByRole('button');
  await expect(today).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(calendar).toBeHidden();
  await expectWhollyVisible(page, 'line 1.0');
  await page.getByRole('button', { name: /Jump to latest/ }).click();
  await expectWhollyVisible(page, 'line 80.0');
  await logOf(page)
    .getByRole('button', { name: /jump to a date/ })
    .last()
    .click();
  await calendar.getByRole('button', { name: 'Beginning' }).click();
  await expectWhollyVisible(page, 'line 1.0');
});
