import { composerOf, goTo, pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('what is typed stays in its channel, through switching and a reload, and is marked in the sidebar', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  await ana.api.channel.create.mutate({ workspaceId: made.workspaceId, name: 'elsewhere' });
  const page = await openAs(ana, made.channelPath(made.generalId));
  const marked = page.getByRole('navigation').getByRole('link', { name: /general.*draft/i });
  await expect(composerOf(page)).toHaveValue('');
  await composerOf(page).fill('half a thought,\n  not more');
  await goTo(page, 'elsewhere');
  await expect(composerOf(page)).toHaveValue('');
  await expect(marked).toBeVisible();
  await composerOf(page).fill('another one');
  await goTo(page, 'general');
  await expect(composerOf(page)).toHaveValue('half a thought,\n  not more');
  await page.reload();
  await expect(composerOf(page)).toHaveValue('half a thought,\n  not more');

  const second = await page.context().newPage();
  await second.goto(made.channelPath(made.generalId));
  await expect(composerOf(second)).toHaveValue('half a thought,\n  not more');
  await composerOf(page).fill('changed here');
  await expect(composerOf(second)).toHaveValue('changed here');
  await composerOf(page).press('Enter');
  await expect(composerOf(second)).toHaveValue('');
  await goTo(page, 'elsewhere');
  await expect(composerOf(page)).toHaveValue('another one');
  await expect(marked).toHaveCount(0);
});
