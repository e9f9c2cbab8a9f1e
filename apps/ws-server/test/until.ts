import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `holds`; fails after 10 s, saying what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await pause(2);
  }
}
