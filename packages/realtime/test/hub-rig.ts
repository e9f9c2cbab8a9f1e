import { onTestFinished } from 'vitest';
import type { Bus } from '../src/bus.ts';
import { createHub, type HubOptions } from '../src/create-hub.ts';
import type { EncodedEvent } from '../src/encoded-event.ts';
import type { ChangeSpan, ChannelListener } from '../src/hub.ts';
import { createMemoryBus } from '../src/memory/memory-bus.ts';
import { FakeChannel } from './fake-channel.ts';
import { interruptible } from './interruptible-bus.ts';

/** Counts the subscriptions that a bus holds. */
function counted(bus: Bus): { bus: Bus; opened: string[]; open: Set<string> } {
  const opened: string[] = [];
  const open = new Set<string>();
  const subscribe: Bus['subscribe'] = (topic, listener) => {
    const subscription = bus.subscribe(topic, listener);
    opened.push(topic);
    open.add(topic);
    return {
      ready: subscription.ready,
      close: () => {
        open.delete(topic);
        subscription.close();
      },
    };
  };
  return { bus: { ...bindBus(bus), subscribe }, opened, open };
}

function bindBus(bus: Bus): Bus {
  return {
    publish: (topic, payload) => bus.publish(topic, payload),
    subscribe: (topic, listener) => bus.subscribe(topic, listener),
    onInterruption: (listener) => bus.onInterruption(listener),
    healthy: () => bus.healthy(),
    close: () => bus.close(),
  };
}

/** A hub over memory whose subscriptions are counted, and which can be told that hints were lost. Waits are short. */
export function createHubRig(options: Partial<HubOptions> = {}) {
  const reported: string[] = [];
  const reportError = (error: unknown) => reported.push(error instanceof Error ? error.message : String(error));
  const memory = createMemoryBus(reportError);
  const { bus: noisy, interrupt } = interruptible(memory);
  const { bus, opened, open } = counted(noisy);
  const hub = createHub({ bus, reportError, lingerMs: 5, reorderMs: 5, ...options });
  onTestFinished(async () => {
    hub.close();
    await memory.close();
  });
  return { hub, bus, memory, interrupt, opened, open, reported, channel: new FakeChannel(['ada']) };
}

/** Keeps what a hub tells. */
export class Recorder implements ChannelListener {
  readonly events: EncodedEvent[] = [];
  readonly heads: number[] = [];
  readonly spans: ChangeSpan[] = [];

  get seqs(): number[] {
    return this.events.map(({ seq }) => seq);
  }

  onEvent(event: EncodedEvent): void {
    this.events.push(event);
  }

  onCheck(head: number): void {
    this.heads.push(head);
  }

  onSpan(span: ChangeSpan): void {
    this.spans.push(span);
  }
}
