import { composerOf, pairOf } from '../fixtures/chat.ts';
import { expect, signIn, test } from '../fixtures/test.ts';

test('a session that ends elsewhere leads to the sign-in, and what was typed is there afterwards', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await composerOf(page).fill('not sent yet');
  await ana.api.account.revokeOtherSessions.mutate();
  await expect(page).toHaveURL(new RegExp(`/signin\\?next=.*${made.generalId}`));
  await signIn(page.context(), ana);
  await page.goto(made.channelPath(made.generalId));
  await expect(composerOf(page)).toHaveValue('not sent yet');
});
