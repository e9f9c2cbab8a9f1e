import { defineConfig } from '@playwright/test';
import product from '../../playwright.config.ts';

/** What is measured in a browser, by `npm run bench`: one at a time, on a machine that does nothing else, and no try twice. */
export default defineConfig(product, { testDir: '.', testIgnore: [], workers: 1, retries: 0 });
