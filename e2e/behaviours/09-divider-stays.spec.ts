import {
  expectWhollyVisible,
  goTo,
  logOf,
  membershipOf,
  pairOf,
  readAll,
  sendInOrder,
  textsOf,
} from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('the divider stays while the channel is open, until Escape or leaving', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name: 'elsewhere' });
  await sendInOrder(ben, made.generalId, textsOf(10, 'read'));
  await readAll(ana, made.generalId);
  await sendInOrder(ben, made.generalId, ['first unread', 'second unread']);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const divider = logOf(page).getByRole('separator', { name: 'New messages' });
  const isAboveFirst = () =>
    divider.evaluate((element) => element.nextElementSibling?.textContent?.includes('first unread') ?? false);
  await expect(divider).toBeVisible();
  await expect.poll(async () => (await membershipOf(ana, made, made.generalId))?.unread).toBe(0);
  await sendInOrder(ben, made.generalId, ['came while open']);
  await expectWhollyVisible(page, 'came while open');
  expect(await isAboveFirst()).toBe(true);

  await goTo(page, 'elsewhere');
  await goTo(page, 'general');
  await expectWhollyVisible(page, 'came while open');
  await expect(divider).toHaveCount(0);
});

test('Escape takes the divider away', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(4));
  const page = await openAs(ana, made.channelPath(made.generalId));
  const divider = logOf(page).getByRole('separator', { name: 'New messages' });
  await expect(divider).toBeVisible();
  await page.getByRole('textbox', { name: /^Message / }).press('Escape');
  await expect(divider).toHaveCount(0);
});
