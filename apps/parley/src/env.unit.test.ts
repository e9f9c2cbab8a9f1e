import { expect, test } from 'vitest';
import { readSettings } from './env.ts';
import { projectFolder } from './project-folder.ts';

const read = (env: Record<string, string>, ...argv: string[]) => readSettings({ NODE_ENV: 'test', ...env }, argv);

test('everything has a default', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: undefined,
    publicUrl: 'http://localhost:3000',
    dataDir: `${projectFolder()}/data`,
    databaseUrl: undefined,
    authSecret: undefined,
    seed: undefined,
    dev: false,
    waitForWeb: false,
  });
});

test('an empty setting is no setting', () => {
  expect(read({ PORT: '', DATABASE_URL: '', SEED: '' })).toEqual(read({}));
});

test('what is set counts', () => {
  expect(read({ PORT: '4000' })).toMatchObject({ port: 4000, publicUrl: 'http://localhost:4000' });
  expect(read({ PUBLIC_URL: 'https://chat.example.com/' }).publicUrl).toBe('https://chat.example.com');
  expect(read({ DATA_DIR: '/srv/parley' }).dataDir).toBe('/srv/parley');
  expect(read({}, '--dev', '--wait-for-web')).toMatchObject({ dev: true, waitForWeb: true });
});

test.each([
  ['PORT', '0'],
  ['PORT', 'http'],
  ['PUBLIC_URL', 'chat.example.com'],
  ['PUBLIC_URL', 'ftp://chat.example.com'],
  ['DATABASE_URL', 'mysql://localhost/parley'],
  ['SEED', 'prod'],
])('%s=%s stops the start with a sentence that names it', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} .*\\.$`));
});

test('all wrong settings are told at once', () => {
  expect(() => read({ PORT: 'x', SEED: 'y' })).toThrow(/^PORT .*\nSEED /);
});
