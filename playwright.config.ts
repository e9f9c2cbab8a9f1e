import { defineConfig, devices } from '@playwright/test';
import { chromiumCandidates } from './scripts/checks/chromium-candidates.mjs';

const executablePath = chromiumCandidates()[0];
const isRoot = process.getuid?.() === 0;

/** Each test's fixtures start the servers that it needs, so there is none for all. */
export default defineConfig({
  testDir: './e2e',
  projects: [
    { name: 'product', testIgnore: '**/measure/**' },
    // Figures, which `npm run bench -- page` prints: one at a time, on a machine that does nothing else, and no try twice.
    { name: 'measure', testMatch: '**/measure/**', workers: 1, retries: 0 },
  ],
  // More than most machines' cores: a test waits for the browser half of its time.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A machine that builds and serves and browses at once may be late; what is broken fails each time.
  retries: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    // What happened is recorded when it happens again: recording costs each test time.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
