import { afterAll, vi } from 'vitest';

/** Files of one worker share its process: each leaves the settings, the clock and what it spied on as it found them. */
const settings = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!(name in settings)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, settings);
});
