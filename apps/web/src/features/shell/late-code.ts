import { showToast } from '@parley/ui/toast-store';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Load<Code> = () => Promise<Code>;

/** In milliseconds: between two tries, at first and at most. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** So often may code fail to come from a server that answers: then it is not there, and waiting is no help. */
const MOST_REFUSALS = 3;

/** All that the code loaded so far may ask for later. */
const wanted = new Set<Load<unknown>>();

/**
 * Code that is fetched when it is first wanted. Without a network that is not a failure but a wait: it is asked for again until
 * it comes, and the person is told why nothing opens, or not (`quietly`) where they asked for nothing. It only fails when the
 * server answers and doesn't have it.
 */
export function lateCode<Code>(load: Load<Code>, { quietly = false } = {}): Load<Code> {
  if (typeof window === 'undefined') return load;
  wanted.add(load);
  return async () => {
    let refusals = 0;
    for (let tries = 0; ; tries += 1) {
      try {
        return await load();
      } catch (error) {
        if (await serverAnswers()) refusals += 1;
        if (refusals === MOST_REFUSALS) throw error;
        if (tries === 0 && refusals === 0 && !quietly) sayWaiting();
        await networkOr(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
      }
    }
  };
}

/** A component whose code is `lateCode`: it stands inside a `Suspense`. */
export function lateComponent<Props>(load: Load<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  const fetchCode = lateCode(load);
  return lazy(async () => ({ default: await fetchCode() }));
}

/**
 * Fetches all late code, one piece at a time, while the browser has nothing else to do: what is there opens at once, also where the
 * network is gone by then. Stops at the first piece that doesn't come; nothing is fetched for who asked to save data.
 */
export async function fetchLateCode(signal: AbortSignal): Promise<void> {
  if (savesData()) return;
  // What is fetched may want more: the set hands out what is added meanwhile.
  for (const load of wanted) {
    await idle();
    if (signal.aborted) return;
    try {
      await load();
      wanted.delete(load);
    } catch {
      return;
    }
  }
}

function sayWaiting(): void {
  showToast({ key: 'late-code', text: 'The server can’t be reached. This opens as soon as it answers.' });
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** Waits for a sign of the network, or for `pause` milliseconds. */
function networkOr(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, pause);
    window.addEventListener('online', go);
  });
}

/** Safari has no `requestIdleCallback`. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 10_000 });
    else setTimeout(resolve, 200);
  });
}

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true;
}
