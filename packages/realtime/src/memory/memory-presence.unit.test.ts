import { expect, it, onTestFinished, vi } from 'vitest';
import { presenceContract } from '../../test/presence-contract.ts';
import { createMemoryPresence } from './memory-presence.ts';

presenceContract('memory', (options) => {
  const presence = createMemoryPresence(options);
  return { near: presence, far: presence };
});

it.each([
  ['back', -86_400_000],
  ['forward', 86_400_000],
])('presence in memory counts silence right when the clock is set %s', async (_, by) => {
  vi.useFakeTimers();
  const presence = createMemoryPresence({ publish: () => undefined });
  onTestFinished(async () => {
    await presence.close();
    vi.useRealTimers();
  });
  const userId = crypto.randomUUID();
  const status = async () => (await presence.read([userId]))[0]?.status;
  await presence.beat({ userId, deviceId: 'a', status: 'ONLINE' });
  vi.setSystemTime(Date.now() + by);
  vi.advanceTimersByTime(20_000);
  expect(await status()).toBe('ONLINE');
  vi.advanceTimersByTime(20_000);
  expect(await status()).toBe('OFFLINE');
});
