import process from 'node:process';

const REMINDER_MS = 10_000;

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Prints one line of progress. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Does `work` unless it `isDone`, and shows that it is going on: what it is at the start, a sign of life every ten
 * seconds, and how long it took.
 */
export async function step(title, isDone, work) {
  if (isDone()) return;
  const since = performance.now();
  say(`  ${title} ...`);
  const reminder = setInterval(() => say(`  ${title}: still at it (${seconds(since)})`), REMINDER_MS);
  try {
    await work();
    say(`  ${title}: done in ${seconds(since)}`);
  } finally {
    clearInterval(reminder);
  }
}
