import type { Bus } from '@parley/realtime/bus';
import { createMemoryBus } from '@parley/realtime/memory/memory-bus';
import { reportError } from '../realtime.ts';

/** A bus that loses what is told on the topics that `loses` names. */
export function deafBus(loses: (topic: string) => boolean): Bus {
  const bus = createMemoryBus(reportError);
  return {
    publish: (topic, payload) => {
      if (!loses(topic)) bus.publish(topic, payload);
    },
    subscribe: (topic, listener) => bus.subscribe(topic, listener),
    onInterruption: (listener) => bus.onInterruption(listener),
    healthy: () => bus.healthy(),
    close: () => bus.close(),
  };
}
