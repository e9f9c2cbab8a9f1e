import { expect, it } from 'vitest';
import { busContract } from '../../test/bus-contract.ts';
import { until } from '../../test/until.ts';
import { createMemoryBus } from './memory-bus.ts';

busContract('memory', async (reportError) => {
  const bus = createMemoryBus(reportError);
  return { near: bus, far: bus };
});

it('bounds what waits, and says that hints were lost', async () => {
  const bus = createMemoryBus(() => undefined);
  let interruptions = 0;
  let heard = 0;
  bus.onInterruption(() => {
    interruptions += 1;
  });
  bus.subscribe('flood', () => {
    heard += 1;
  });
  for (let count = 0; count < 100_500; count += 1) bus.publish('flood', 'x');
  await until('it was told', () => interruptions > 0);
  expect(heard).toBe(100_000);
  expect(interruptions).toBe(1);
});
