import { InOrder } from './in-order.ts';

/** Speaks with the other tabs of the same person. */
export interface CrossTab<T> {
  tell(value: T): void;
  close(): void;
}

/** Opens a channel to the other tabs; silent where the browser has none. Values must survive structured cloning. */
export function openCrossTab<T>(name: string, onHeard: (value: T) => void): CrossTab<T> {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<T>) => onHeard(event.data);
  return { tell: (value) => channel.postMessage(value), close: () => channel.close() };
}

const inThisTab = new InOrder();

/** Runs `work` while no other tab runs work of this name; where the browser has no locks, no other work of this tab. */
export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator && navigator.locks) {
    await navigator.locks.request(name, work);
    return;
  }
  await inThisTab.ask(name, work);
}
