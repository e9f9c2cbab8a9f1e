import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { panelOf } from './fixtures/channels.ts';
import { composerOf, drawn, messageOf, pairOf } from './fixtures/chat.ts';
import { startParley } from './fixtures/parley-server.ts';
import { openFromMenu } from './fixtures/talk.ts';
import { sendMessages } from './fixtures/team.ts';
import { expect, test } from './fixtures/test.ts';
import { sendThread } from './fixtures/threads.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['light', 'dark'] as const;

declare global {
  interface Window {
    axe: { run: (within: string) => Promise<AxeResults> };
  }
}

/** What axe finds serious or critical on the page as it stands, or in a part of it, each as a line that says where. */
async function seriousProblems(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  // What fades in would be looked at on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await drawn(page);
  const { violations } = await page.evaluate((part) => window.axe.run(part), within);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test('the set-up of an empty server', async ({ page }) => {
  const server = await startParley();
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`${server.url}/setup`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await seriousProblems(page), theme).toEqual([]);
  }
  await server.stop();
});

test('the pages before the sign-in', async ({ page, server, team }) => {
  const { people, workspaceId } = await team('Ana');
  const invite = await people[0]?.api.workspace.invite.mutate({ workspaceId });
  const join = new URL(invite?.url ?? '').pathname;
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const path of ['/signin', '/register', join, '/join/no-such-link', '/no-such-page']) {
      await page.goto(`${server.url}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await seriousProblems(page), `${path}, ${theme}`).toEqual([]);
    }
  }
});

for (const theme of themes) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      test(`the chat, ${width} wide`, async ({ team, openAs }) => {
        const { people, generalId, channelPath, slug } = await team('Ana', 'Ben');
        const [ana, ben] = people;
        if (!ana || !ben) throw new Error('The team has two people.');
        await sendMessages(ben, generalId, [
          'Hello **Ana**',
          '```ts\nconst answer = 42;\n```',
          '- one\n- two\n\n> quoted',
          `<@${ana.id}>`,
        ]);
        const page = await openAs(ana, channelPath(generalId), { colorScheme: theme, viewport: { width, height } });
        await expect(page.getByRole('log').getByText('quoted')).toBeVisible();
        expect(await seriousProblems(page)).toEqual([]);
        await page.goto(`/w/${slug}`);
        await expect(page.getByRole('link', { name: /general/ })).toBeAttached();
        expect(await seriousProblems(page)).toEqual([]);
      });
    }

    test('the side panel and what one can do with a message', async ({ team, openAs }) => {
      const made = await team('Ana', 'Ben');
      const [ana, ben] = pairOf(made);
      await sendMessages(ben, made.generalId, ['Hello Ana']);
      const page = await openAs(ana, `${made.channelPath(made.generalId)}?panel=members`, { colorScheme: theme });
      await expect(panelOf(page).getByText('Ben').first()).toBeVisible();
      expect(await seriousProblems(page), 'members').toEqual([]);
      await panelOf(page).getByRole('tab', { name: 'Details' }).click();
      await expect(panelOf(page).getByRole('tabpanel')).toBeVisible();
      expect(await seriousProblems(page), 'details').toEqual([]);
      await messageOf(page, 'Hello Ana').hover();
      await page.getByRole('button', { name: 'More actions' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await seriousProblems(page), 'actions').toEqual([]);
    });

    test('its dialogs', async ({ team, openAs }) => {
      const { people, generalId, channelPath } = await team('Ana', 'Ben');
      const [ana] = people;
      if (!ana) throw new Error('The team has one person.');
      const page = await openAs(ana, channelPath(generalId), { colorScheme: theme });
      const dialog = page.getByRole('dialog');
      for (const name of ['Create a channel', 'Browse channels']) {
        await page.getByRole('button', { name }).first().click();
        await expect(dialog).toBeVisible();
        expect(await seriousProblems(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
      for (const name of ['Invite people', 'People', 'Settings']) {
        await page.getByRole('button', { name: 'Northwind' }).click();
        await page.getByRole('menuitem', { name, exact: true }).click();
        await expect(dialog).toBeVisible();
        expect(await seriousProblems(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });

    test('what gathers from all channels, and what is found', async ({ team, openAs }) => {
      const made = await team('Ana', 'Ben');
      const [ana, ben] = pairOf(made);
      const { parent, replies } = await sendThread(ana, made.generalId, ['Who brings cake?', 'Nobody so far']);
      await ben.api.message.send.mutate({
        channelId: made.generalId,
        body: `<@${ana.id}> has the cake`,
        parentId: parent.id,
        nonce: randomUUID(),
      });
      await ben.api.message.react.mutate({ id: parent.id, emoji: '🎉' });
      await ana.api.message.save.mutate({ id: replies[0]?.id ?? '' });
      const page = await openAs(ana, made.channelPath(made.generalId), { colorScheme: theme });
      await composerOf(page).fill('Not sent yet');
      for (const [name, shown] of [
        ['Threads', 'has the cake'],
        ['Activity', 'Ben reacted'],
        ['Saved', 'Nobody so far'],
        ['Drafts', 'Not sent yet'],
      ] as const) {
        await page.getByRole('link', { name }).click();
        await expect(page.getByRole('main', { name }).getByText(shown).first()).toBeVisible();
        expect(await seriousProblems(page), name).toEqual([]);
      }
      await page.keyboard.press('Control+Shift+f');
      await page.getByRole('combobox', { name: 'Search' }).fill('cake');
      const search = page.getByRole('complementary', { name: 'Search' });
      await expect(search.locator('mark').first()).toBeVisible();
      expect(await seriousProblems(page), 'search').toEqual([]);
    });

    test('what opens over the conversation', async ({ team, openAs }) => {
      const made = await team('Ana', 'Ben');
      const [ana, ben] = pairOf(made);
      await sendMessages(ben, made.generalId, ['Hello Ana']);
      const page = await openAs(ana, made.channelPath(made.generalId), { colorScheme: theme });
      await composerOf(page).fill('@');
      await expect(page.getByRole('listbox', { name: 'People' })).toBeVisible();
      expect(await seriousProblems(page), 'completion').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Today' }).first().click();
      await expect(page.getByRole('grid')).toBeVisible();
      expect(await seriousProblems(page, '.panel'), 'calendar').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Emoji' }).click();
      await expect(page.getByRole('combobox', { name: 'Search emoji' })).toBeVisible();
      expect(await seriousProblems(page, '.panel'), 'emoji').toEqual([]);
      await page.keyboard.press('Escape');
      await openFromMenu(page, 'Emoji');
      expect(await seriousProblems(page, '[role=dialog]'), 'own emoji').toEqual([]);
      await page.getByRole('button', { name: 'Add emoji' }).click();
      expect(await seriousProblems(page, '[role=dialog]'), 'an emoji to add').toEqual([]);
      await page.keyboard.press('Escape');
      const settings = await openFromMenu(page, 'Settings');
      for (const tab of await settings.getByRole('tab').all()) {
        await tab.click();
        await expect(settings.getByRole('tabpanel')).toBeVisible();
        expect(await seriousProblems(page, '[role=dialog]'), `settings: ${await tab.textContent()}`).toEqual([]);
      }
    });
  });
}
