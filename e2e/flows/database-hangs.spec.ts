import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { logOf, pairOf, say } from '../fixtures/chat.ts';
import { type ParleyServer, startParley } from '../fixtures/parley-server.ts';
import { makeTeam } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

/** Tells the server's database and all that works for it to stand still, or to go on. */
function signalDatabase({ dataDir }: ParleyServer, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const [head = ''] = readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(head);
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const workers = processes
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === postmaster ? [pid] : []));
  for (const pid of [postmaster, ...workers]) process.kill(pid, signal);
}

test('while the database hangs a page says so within seconds, and comes by itself afterwards', async ({ openAs }) => {
  test.slow();
  const server = await startParley();
  try {
    const made = await makeTeam(server.url, ['Ana', 'Ben']);
    const [ana] = pairOf(made);
    const page = await openAs(ana, made.channelPath(made.generalId), { baseURL: server.url });
    await say(page, 'Before it hung');
    signalDatabase(server, 'SIGSTOP');
    try {
      const response = await page.reload();
      expect(response?.status()).toBe(503);
      expect(Number(response?.headers()['retry-after'])).toBeGreaterThan(0);
      await expect(page.getByRole('heading', { name: 'One moment' })).toBeVisible();
    } finally {
      signalDatabase(server, 'SIGCONT');
    }
    await expect(logOf(page).getByText('Before it hung')).toBeVisible({ timeout: 30_000 });
  } finally {
    await server.stop();
  }
});
