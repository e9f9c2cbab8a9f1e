import type { Page } from '@playwright/test';
import { composerOf, expectWhollyVisible, goTo, logOf, pairOf, say, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('where sockets are blocked, events come over HTTP, and nobody notices', async ({ team, openAs, server }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, '/');
  await page.routeWebSocket(/\/ws$/, (socket) => socket.close({ code: 1008 }));
  await noteBanners(page);
  await page.goto(`${server.url}${made.channelPath(made.generalId)}`);
  await expect(composerOf(page)).toBeFocused();
  await sendInOrder(ben, made.generalId, ['before it gave up on sockets']);
  await expectWhollyVisible(page, 'before it gave up on sockets');
  await sendInOrder(ben, made.generalId, ['over another way']);
  await expectWhollyVisible(page, 'over another way');
  await say(page, 'and back');
  await expect(logOf(page).locator('[data-pending]')).toHaveCount(0);
  await expect(composerOf(page)).toBeFocused();

  await page.reload();
  await expect(logOf(page).getByText('and back')).toBeVisible();
  await sendInOrder(ben, made.generalId, ['remembered for the session']);
  await expectWhollyVisible(page, 'remembered for the session');
  expect(await bannersOf(page)).toEqual([]);
});

test('where sockets open but stay silent, events come over HTTP before anybody is told', async ({
  team,
  openAs,
  server,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, '/');
  await page.routeWebSocket(/\/ws$/, () => undefined);
  await noteBanners(page);
  await page.goto(`${server.url}${made.channelPath(made.generalId)}`);
  await expect(composerOf(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('parley.sockets-blocked'))).toBe('1');
  await sendInOrder(ben, made.generalId, ['past the silence']);
  await expectWhollyVisible(page, 'past the silence');
  expect(await bannersOf(page)).toEqual([]);
});

test('where sockets are blocked, going through many channels uses up no connections', async ({
  team,
  openAs,
  server,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const names = Array.from({ length: 9 }, (_, index) => `room-${index}`);
  for (const name of names) await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name });
  const page = await openAs(ana, '/');
  await page.addInitScript(() => sessionStorage.setItem('parley.sockets-blocked', '1'));
  await page.goto(`${server.url}${made.channelPath(made.generalId)}`);
  for (const name of names) await goTo(page, name);
  await goTo(page, 'general');
  await say(page, 'still here');
  await expect(logOf(page).locator('[data-pending]')).toHaveCount(0);
  await sendInOrder(ben, made.generalId, ['and I hear you']);
  await expectWhollyVisible(page, 'and I hear you');
});

/** Has each page of this tab note what its banners say, also those that go again. */
const noteBanners = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const note = (): void => {
      const noted = sessionStorage.getItem('noted-banners') ?? '';
      for (const banner of document.querySelectorAll('[role=status]')) {
        const text = banner.textContent ?? '';
        if (/reach|offline/i.test(text)) sessionStorage.setItem('noted-banners', `${noted}${text}\n`);
      }
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });
  });

const bannersOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (sessionStorage.getItem('noted-banners') ?? '').split('\n').filter(Boolean));
