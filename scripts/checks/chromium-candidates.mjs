import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { onPath } from './on-path.mjs';

/** On the system's path, best first: the one without windows takes half the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where a Chromium may stand, best first: the one that was asked for, Playwright's own, the system's. */
export function chromiumCandidates() {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH];
  return [
    chromium.executablePath(),
    ...names.map((name) => onPath([name])),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].filter((file) => file && existsSync(file));
}
