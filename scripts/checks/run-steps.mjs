/** Runs steps one after the other, shows how each went and how long it took, and answers the sum. */
export async function runSteps(steps, { isStopping }) {
  const sum = { passed: 0, failed: 0 };
  const lines = [];
  for (const { name, run } of steps) {
    const since = performance.now();
    console.log(`\n== ${name}`);
    const { passed, failed } = await run();
    if (isStopping()) process.exit(130);
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    lines.push(
      `   ${failed === 0 ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}${failed ? ` (${failed} failed)` : ''}`,
    );
    console.log(lines.at(-1));
  }
  console.log(`\n${lines.join('\n')}\n`);
  return sum;
}

/** Says the sum in one line, the last one, and fails when anything failed. */
export function conclude({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
