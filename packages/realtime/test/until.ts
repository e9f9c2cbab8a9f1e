import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `holds` is true; fails after `ms` milliseconds, saying what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await pause(2);
  }
}
