import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkWorkspaces, plantTree, writeFiles } from '../testing/plant-tree.ts';
import { checkImports } from './check-imports.ts';
import { granted, refused, type, value } from './planted-imports.ts';

const workspaces = [
  'apps/web',
  'apps/ws-server',
  ...['api', 'auth', 'client', 'db', 'jobs', 'realtime', 'storage', 'telemetry', 'ui'].map(
    (name) => `packages/${name}`,
  ),
];

/** What the planted imports lead to. None of these files imports anything. */
const targets = [
  'apps/web/src/server/caller.ts',
  'apps/web/src/trpc/server.ts',
  'apps/ws-server/src/sockets.ts',
  'packages/api/src/access/channel-access.ts',
  'packages/api/src/app-error.ts',
  'packages/api/src/channel/channel.input.ts',
  'packages/api/src/channel/channel.policy.ts',
  'packages/api/src/channel/channel.router.ts',
  'packages/api/src/channel/channel.view.ts',
  'packages/api/src/channel/get-channel.ts',
  'packages/api/src/input/fields.ts',
  'packages/api/src/trpc/context.ts',
  'packages/api/src/trpc/procedures.ts',
  'packages/auth/src/authenticate.ts',
  'packages/auth/src/next-auth.ts',
  'packages/db/src/client.ts',
  'packages/db/src/testing/create-test-database.ts',
  'packages/realtime/src/bus.ts',
  'packages/realtime/src/events.ts',
  'packages/storage/src/storage.ts',
  'packages/telemetry/src/logger.ts',
  'packages/ui/src/button.ts',
];

const standing = Object.fromEntries(targets.map((file) => [file, 'export const x = 1;\n']));
const root = plantTree(standing);
linkWorkspaces(root, workspaces);

/** What the check says of the standing files and these. */
function problemsOf(files: Record<string, string>): readonly string[] {
  writeFiles(root, files);
  const { problems } = checkImports(root);
  for (const file of Object.keys(files)) rmSync(path.join(root, file));
  writeFiles(root, standing);
  return problems;
}

describe('import table', () => {
  it.each(refused)('refuses a breach of %s', (_rule, file, text) => {
    const problems = problemsOf({ [file]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${file.replaceAll('.', '\\.')}:`));
  });

  it.each(granted)('grants %s', (_rule, file, text) => {
    expect(problemsOf({ [file]: text })).toEqual([]);
  });

  it('holds what a client file reaches to the rules of the browser, and no further than a server action', () => {
    const problems = problemsOf({
      'apps/web/src/app/page.tsx': value('./panel.tsx'),
      'apps/web/src/app/panel.tsx': `'use client';\n${value('../format/date.ts')}${value('./save.ts')}`,
      'apps/web/src/format/date.ts': value('@parley/db/client'),
      'apps/web/src/app/save.ts': `'use server';\n${value('@parley/db/client')}`,
      'apps/web/src/format/page-title.ts': value('@parley/db/client'),
    });
    expect(problems).toEqual([
      'apps/web/src/format/date.ts:1: web in the browser: may not import packages/db/src/client.ts',
    ]);
  });

  it('lets a browser file name the types of a server file', () => {
    expect(
      problemsOf({
        'apps/web/src/app/panel.tsx': `'use client';\n${type('../format/date.ts')}`,
        'apps/web/src/format/date.ts': value('@parley/db/client'),
      }),
    ).toEqual([]);
  });

  it('fails when it sees no files', () => {
    expect(checkImports(plantTree({})).problems).toHaveLength(1);
    expect(checkImports(plantTree({ 'README.md': 'x', 'node_modules/a/a.ts': '' })).problems).toHaveLength(1);
  });

  it('fails on a file that it cannot read', () => {
    expect(() => checkImports(plantTree({ 'packages/db/src/a.ts': 'import {' }))).toThrow('packages/db/src/a.ts');
  });

  it('names the line of the import', () => {
    expect(problemsOf({ 'packages/db/src/a.ts': `\n\n${value('ioredis')}` })[0]).toContain('packages/db/src/a.ts:3:');
  });
});
