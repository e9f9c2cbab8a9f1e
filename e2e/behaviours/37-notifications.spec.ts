import type { BrowserContext, Page } from '@playwright/test';
import { makeChannel, sidebarOf } from '../fixtures/channels.ts';
import { messageOf, pairOf, sendInOrder, setLookedAt } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

/** Has a page note its notifications where the system would show them. */
async function noteNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown: string[] = [];
    class Noted {
      static permission = 'granted';
      static requestPermission = () => Promise.resolve('granted');
      onclick: (() => void) | null = null;
      constructor(title: string, { body }: { body: string }) {
        shown.push(`${title}: ${body}`);
        Reflect.set(window, 'pressLast', () => this.onclick?.());
      }
      close(): void {
        shown.push('closed');
      }
    }
    Reflect.set(window, 'Notification', Noted);
    Reflect.set(window, 'shownNotifications', shown);
  });
}

const shownIn = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'shownNotifications'));
const shownAnywhere = async (context: BrowserContext): Promise<string[]> =>
  (await Promise.all(context.pages().map(shownIn))).flat();

test('37: one notification for a message, none for what is looked at, none while they are paused', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const loud = await makeChannel(ben, made, 'loud', { with: [ana] });
  const first = await openAs(ana, '/health/live');
  const context = first.context();
  await noteNotifications(first);
  await first.goto(made.channelPath(made.generalId));
  const second = await context.newPage();
  await noteNotifications(second);
  await second.goto(made.channelPath(loud));
  await expect(second.getByRole('log')).toBeVisible();
  // The part that tells comes once a page has settled or its reader looks elsewhere.
  for (const tab of [first, second]) await setLookedAt(tab, false);
  await setLookedAt(second, true);
  await expect.poll(() => second.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(1);

  // Looked at in the second tab, at its end: nobody is told. In #general, which nobody looks at, once for both tabs.
  await sendInOrder(ben, loud, ['seen at once']);
  await expect(messageOf(second, 'seen at once')).toBeVisible();
  await sendInOrder(ben, made.generalId, ['look here']);
  await expect.poll(() => shownAnywhere(context)).toEqual(['Ben in #general: look here']);

  // Pressing it leads to the message; reading takes it back.
  const told = (await shownIn(first)).length > 0 ? first : second;
  await setLookedAt(told, true);
  await told.evaluate(() => Reflect.get(window, 'pressLast')());
  await expect(messageOf(told, 'look here')).toBeVisible();
  await expect(told).toHaveURL(new RegExp(made.generalId));
  await expect.poll(() => shownAnywhere(context)).toContain('closed');

  // Paused, nothing is told; the message after the pause is the next that is.
  await setLookedAt(first, false);
  await setLookedAt(second, false);
  await ana.api.account.setNotifications.mutate({ dndUntil: new Date(Date.now() + 3_600_000).toISOString() });
  await sendInOrder(ben, loud, ['hush']);
  // The pause ends only after the page has heard of the message.
  await expect(sidebarOf(first).getByRole('link', { name: /loud.*1 unread/ })).toBeVisible();
  const { items } = await ana.api.message.list.query({ channelId: loud });
  const why = await ana.api.message.whyNotified.query({ id: items.find(({ body }) => body === 'hush')?.id ?? '' });
  expect(why).toEqual({ notify: false, reason: 'DND' });
  await ana.api.account.setNotifications.mutate({ dndUntil: null });
  const direct = await ben.api.direct.open.mutate({ workspaceId: made.workspaceId, userIds: [ana.id] });
  await sendInOrder(ben, direct.id, ['back again']);
  await expect.poll(() => shownAnywhere(context)).toContain('Ben: back again');
  const all = await shownAnywhere(context);
  expect(all.filter((text) => text !== 'closed')).toEqual(['Ben in #general: look here', 'Ben: back again']);
});
