import type { Bus } from '../src/bus.ts';

/** A bus that can say, when told to, that hints may have been lost. */
export function interruptible(bus: Bus): { bus: Bus; interrupt: () => void } {
  const listeners = new Set<() => void>();
  return {
    bus: {
      publish: (topic, payload) => bus.publish(topic, payload),
      subscribe: (topic, listener) => bus.subscribe(topic, listener),
      healthy: () => bus.healthy(),
      close: () => bus.close(),
      onInterruption(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    interrupt: () => {
      for (const listener of listeners) listener();
    },
  };
}
