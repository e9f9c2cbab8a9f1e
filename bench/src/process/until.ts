import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `holds`, asking again and again; after `limitMs` milliseconds it throws what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited ${limitMs / 1000} s in vain until ${what}.`);
    await pause(10);
  }
}
