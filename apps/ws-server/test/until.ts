import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `holds`; fails after `seconds`, saying what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 25): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await pause(2);
  }
}
