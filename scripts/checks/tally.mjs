import { readFileSync } from 'node:fs';

/** How many tests Vitest's JSON report counts. A file that could not be read at all counts as one that failed. */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests,
  };
}

/** How many tests Playwright's JSON report counts. One that passed only at the second try passed. */
export function countPlaywright(report) {
  return {
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    skipped: report.stats.skipped,
  };
}

/**
 * The count of a program that ended with `exitCode` and wrote its report to `file`. A program that failed without a
 * failed test, or that ran no test, counts as one failure.
 */
export function tally({ file, count, exitCode }) {
  const counted = readCount(file, count);
  const silent = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
  return silent ? { ...counted, failed: 1 } : counted;
}

function readCount(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
