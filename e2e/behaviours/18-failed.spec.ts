import type { Page } from '@playwright/test';
import { composerOf, logOf, messageOf, pairOf, say } from '../fixtures/chat.ts';
import { writtenIn } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

/** Has the server's answer to each send replaced by a refusal, though the message may have arrived. */
async function refuseSends(page: Page, pass: boolean): Promise<() => Promise<void>> {
  const isSend = (url: URL) => url.pathname.includes('message.send');
  const data = { code: 'FORBIDDEN', httpStatus: 403, reason: 'MUTED', requestId: null };
  const error = { message: 'You may not write here just now.', code: -32_003, data };
  await page.route(isSend, async (route) => {
    if (pass) await route.fetch();
    const body = `${JSON.stringify({ 0: [[0], [null, 0, 0]] })}\n${JSON.stringify([0, 0, [[{ error }]]])}\n`;
    await route.fulfill({ status: 200, contentType: 'application/json', body });
  });
  return () => page.unroute(isSend);
}

test('a refused message says why, and can be retried, edited or deleted', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expect(logOf(page)).toBeVisible();
  let allow = await refuseSends(page, false);
  await say(page, 'refused words');
  const row = messageOf(page, 'refused words');
  await expect(row).toContainText('Couldn’t send. You may not write here just now.');

  await row.getByRole('button', { name: 'Edit' }).click();
  await expect(composerOf(page)).toHaveValue('refused words');
  await expect(row).toHaveCount(0);
  await composerOf(page).press('Enter');
  await expect(row.getByRole('button', { name: 'Retry' })).toBeVisible();
  await row.getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);

  await say(page, 'second try');
  const second = messageOf(page, 'second try');
  await expect(second.getByRole('button', { name: 'Retry' })).toBeVisible();
  await allow();
  await second.getByRole('button', { name: 'Retry' }).click({ clickCount: 3 });
  await expect(second.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  const bodies = async () => (await writtenIn(ben, made.generalId)).map((one) => one.body);
  await expect.poll(bodies).toEqual(['second try']);

  allow = await refuseSends(page, true);
  await say(page, 'arrived all the same');
  await expect.poll(bodies).toEqual(['second try', 'arrived all the same']);
  await expect(messageOf(page, 'arrived all the same')).toHaveCount(1);
  await expect(messageOf(page, 'arrived all the same').getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await allow();
});
