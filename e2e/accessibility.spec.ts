import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { panelOf } from './fixtures/channels.ts';
import { messageOf, pairOf } from './fixtures/chat.ts';
import { startParley } from './fixtures/parley-server.ts';
import { sendMessages } from './fixtures/team.ts';
import { expect, test } from './fixtures/test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['light', 'dark'] as const;

declare global {
  interface Window {
    axe: { run: () => Promise<AxeResults> };
  }
}

/** What axe finds serious or critical on the page as it stands, each as a line that says where. */
async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

for (const theme of themes) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('the set-up of an empty server', async ({ page }) => {
      const server = await startParley();
      await page.goto(`${server.url}/setup`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await seriousProblems(page)).toEqual([]);
      await server.stop();
    });

    test('the pages before the sign-in', async ({ page, server, team }) => {
      const { people, workspaceId } = await team('Ana');
      const invite = await people[0]?.api.workspace.invite.mutate({ workspaceId });
      const join = new URL(invite?.url ?? '').pathname;
      for (const path of ['/signin', '/register', join, '/join/no-such-link', '/no-such-page']) {
        await page.goto(`${server.url}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await seriousProblems(page), path).toEqual([]);
      }
    });

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
  });
}
