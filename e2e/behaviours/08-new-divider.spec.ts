import { expectWhollyVisible, logOf, pairOf, readAll, sendInOrder, textsOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

for (const [name, unread] of [
  ['a few', 3],
  ['more than a page of', 120],
] as const) {
  test(`${name} unread messages: one divider above the first, in view, with context above`, async ({
    team,
    openAs,
  }) => {
    const made = await team('Ana', 'Ben');
    const [ana, ben] = pairOf(made);
    await sendInOrder(ben, made.generalId, textsOf(40, 'read'));
    await readAll(ana, made.generalId);
    await sendInOrder(ben, made.generalId, textsOf(unread, 'fresh'));
    const page = await openAs(ana, made.channelPath(made.generalId));
    const divider = logOf(page).getByRole('separator', { name: 'New messages' });
    await expect(divider).toHaveCount(1);
    await expect(divider).toBeInViewport();
    await expectWhollyVisible(page, 'read 40.0');
    await expectWhollyVisible(page, 'fresh 1.0');
    const places = await page.evaluate(() => {
      const top = (element: Element | null | undefined) => element?.getBoundingClientRect().top ?? Number.NaN;
      const rows = [...document.querySelectorAll('[data-row]')];
      const row = (text: string) => rows.find((candidate) => candidate.textContent?.includes(text));
      return [top(row('read 40.0')), top(document.querySelector('[data-new-divider]')), top(row('fresh 1.0'))];
    });
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
}

test('without anything unread there is no divider', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(5));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expectWhollyVisible(page, 'line 5.0');
  await expect(logOf(page).getByRole('separator', { name: 'New messages' })).toHaveCount(0);
});
