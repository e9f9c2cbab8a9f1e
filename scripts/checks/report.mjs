/** Prints what a check found, and makes this process fail when there is something. */
export function report(subject, problems) {
  for (const problem of problems) console.error(`  ${problem}`);
  console.log(`${subject}: ${problems.length === 0 ? 'nothing wrong' : `${problems.length} wrong`}`);
  if (problems.length > 0) process.exitCode = 1;
}
