import { expectWhollyVisible, logOf, messageOf, pairOf, readAll, say, sendInOrder, textsOf } from '../fixtures/chat.ts';
import { startParley } from '../fixtures/parley-server.ts';
import { makeTeam, writtenIn } from '../fixtures/team.ts';
import { expect, signIn, test } from '../fixtures/test.ts';

test('when the server is gone there is a banner; when it is back nothing is missing', async ({ browser }) => {
  // It starts a server of its own, twice.
  test.slow();
  const server = await startParley();
  try {
    const made = await makeTeam(server.url, ['Ana', 'Ben']);
    const [ana, ben] = pairOf(made);
    const sent = await sendInOrder(ben, made.generalId, textsOf(6, 'before'));
    await readAll(ana, made.generalId);
    const context = await browser.newContext({ baseURL: server.url });
    await signIn(context, ana);
    const page = await context.newPage();
    await page.goto(made.channelPath(made.generalId));
    await expectWhollyVisible(page, 'before 6.0');
    await say(page, 'all is well');
    await expect(messageOf(page, 'all is well').locator('[data-pending]')).toHaveCount(0);

    // Only this browser's connection is down: the others go on meanwhile.
    await context.setOffline(true);
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await server.restart();
    await expect(page.getByRole('status').filter({ hasText: /connect|offline/i })).toBeVisible({ timeout: 20_000 });
    await sendInOrder(ben, made.generalId, ['missed one', 'missed two']);
    await ben.api.message.edit.mutate({ id: sent[1]?.id ?? '', body: 'edited meanwhile' });
    await ben.api.message.delete.mutate({ id: sent[3]?.id ?? '' });
    await say(page, 'written while down');
    await expect(messageOf(page, 'written while down').locator('[data-pending]')).toBeVisible();

    await context.setOffline(false);
    await expectWhollyVisible(page, 'missed two');
    await expect(messageOf(page, 'edited meanwhile')).toBeVisible();
    await expect(messageOf(page, 'before 4.0')).toHaveCount(0);
    await expect(messageOf(page, 'written while down').locator('[data-pending]')).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: /connect|offline/i })).toHaveCount(0);
    const items = await writtenIn(ben, made.generalId);
    const shown = logOf(page).getByRole('article').filter({ hasNotText: 'joined' });
    await expect(shown).toHaveCount(items.length);
    await context.close();
  } finally {
    await server.stop();
  }
});
