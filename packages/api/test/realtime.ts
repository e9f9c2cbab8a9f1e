import type { Bus } from '@parley/realtime/bus';
import { createHub } from '@parley/realtime/create-hub';
import { createMemoryBus } from '@parley/realtime/memory/memory-bus';
import { createMemoryPresence } from '@parley/realtime/memory/memory-presence';
import { memoryRateLimits } from '@parley/realtime/memory/memory-rate-limits';
import { createRateLimits } from '@parley/realtime/rate-limits/create-rate-limits';
import type { Realtime } from '@parley/realtime/realtime';
import { createTyping } from '@parley/realtime/typing';

/** A failure that nobody awaits fails the test that runs. */
export function reportError(error: unknown, where: string): void {
  throw new Error(`Unexpected failure in ${where}`, { cause: error });
}

/** A realtime side of this process alone, new for each test file. */
export function createTestRealtime(): Realtime {
  return createRealtimeOn(createMemoryBus(reportError));
}

/** A server's realtime side over a bus that it may share with others. */
export function createRealtimeOn(bus: Bus): Realtime {
  const hub = createHub({ bus, reportError, lingerMs: 0 });
  const publish = (topic: string, payload: string): void => hub.publish(topic, payload);
  return {
    bus,
    hub,
    presence: createMemoryPresence({ publish }),
    typing: createTyping({ publish }),
    createLimits: (table) => createRateLimits(table, memoryRateLimits),
  };
}
