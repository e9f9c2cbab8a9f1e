import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { onPath } from './on-path.mjs';

/** Where a Chromium may stand, best first: the one that was asked for, Playwright's own, the system's. */
export function chromiumCandidates() {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH];
  return [
    chromium.executablePath(),
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => onPath([name])),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].filter((file) => file && existsSync(file));
}
