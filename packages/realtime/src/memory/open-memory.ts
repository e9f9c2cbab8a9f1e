import type { RealtimeBackend } from '../realtime-backend.ts';
import type { ReportError } from '../report-error.ts';
import { createMemoryBus } from './memory-bus.ts';
import { createMemoryPresence } from './memory-presence.ts';
import { memoryRateLimits } from './memory-rate-limits.ts';

/** Opens what a process has that stands alone. */
export function openMemory(reportError: ReportError): RealtimeBackend {
  const bus = createMemoryBus(reportError);
  const presence = createMemoryPresence({ publish: (topic, payload) => bus.publish(topic, payload) });
  return {
    bus,
    presence,
    rateLimits: memoryRateLimits,
    close: async () => {
      await presence.close();
      await bus.close();
    },
  };
}
