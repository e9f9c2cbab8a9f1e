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

test('what is typed is on another device too, is listed, and is gone there when it is sent', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const laptop = await openAs(ana, made.channelPath(made.generalId));
  const phone = await openAs(ana, `/w/${made.slug}/drafts`);
  await expect(phone.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible();
  await composerOf(laptop).fill('begun on the laptop');
  const row = phone.getByRole('main').getByRole('link', { name: '#general' });
  await expect(row).toBeVisible();
  await row.click();
  await expect(composerOf(phone)).toHaveValue('begun on the laptop');
  await composerOf(phone).press('End');
  await composerOf(phone).pressSequentially(', ended on the phone');
  await expect(composerOf(laptop)).toHaveValue('begun on the laptop, ended on the phone');
  await composerOf(phone).press('Enter');
  await expect(composerOf(laptop)).toHaveValue('');

  await laptop.context().setOffline(true);
  await composerOf(laptop).fill('said on the laptop');
  await composerOf(phone).fill('said on the phone');
  await expect
    .poll(async () => (await ana.api.draft.list.query({ workspaceId: made.workspaceId })).items[0]?.body)
    .toBe('said on the phone');
  await laptop.context().setOffline(false);
  await expect(composerOf(laptop)).toHaveValue(/said on the laptop\s+said on the phone/);
  await expect(composerOf(phone)).toHaveValue(/said on the laptop\s+said on the phone/);
});
