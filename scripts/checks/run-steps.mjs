/** One line on how a step went. Tests that were left out are told: they show nothing. */
function outcome({ name, since, failed, skipped = 0 }) {
  const seconds = ((performance.now() - since) / 1000).toFixed(1).padStart(6);
  const notes = [failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} left out`].filter(Boolean);
  const word = failed > 0 ? 'FAILED' : 'passed';
  return `   ${word}  ${seconds} s  ${name}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/** Runs steps one after the other, those of a list within at the same time, shows how each went and how long it took, and answers the sum. */
export async function runSteps(steps, { isStopping }) {
  const sum = { passed: 0, failed: 0 };
  const lines = [];
  const runStep = async ({ name, run }) => {
    const since = performance.now();
    console.log(`\n== ${name}`);
    const counted = await run();
    if (isStopping()) process.exit(130);
    sum.passed += counted.passed;
    sum.failed += counted.failed;
    lines.push(outcome({ name, since, ...counted }));
    console.log(lines.at(-1));
  };
  for (const step of steps) await Promise.all([step].flat().map(runStep));
  console.log(`\n${lines.join('\n')}\n`);
  return sum;
}

/** Says the sum in one line, the last one, and fails when anything failed. */
export function conclude({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
