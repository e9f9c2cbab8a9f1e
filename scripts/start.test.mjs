import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

const script = path.join(import.meta.dirname, 'start.mjs');

/** Runs the start script to its end. Only for starts that must fail before anything is installed or written. */
async function start(env, nodeOptions = []) {
  const child = spawn(process.execPath, [...nodeOptions, script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

test('a Node that is too old is told so', async () => {
  const pretend = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });";
  const { code, output } = await start({}, ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`]);
  expect(output).toMatch(/needs Node 20\.19 or newer, and this is 18\.20\.4/);
  expect(code).toBe(1);
});

test('a wrong port is told so', async () => {
  const { code, output } = await start({ PORT: '70000' });
  expect(output).toContain('PORT is "70000", and must be a whole number from 1 to 65535');
  expect(code).toBe(1);
});

test('a port that is taken is told so, with one that may be free', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address();
  const { code, output } = await start({ PORT: String(port) });
  other.close();
  expect(output).toContain(`Port ${port} is in use`);
  expect(output).toContain(`PORT=${port + 1} npm start`);
  expect(code).toBe(1);
});
