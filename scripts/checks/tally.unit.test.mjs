import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { countPlaywright, countVitest, tally } from './tally.mjs';

function reportFile(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-tally-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'report.json');
  if (text !== undefined) writeFileSync(file, text);
  return file;
}

const vitest = (numPassedTests, numFailedTests, testResults = []) =>
  JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 0, testResults });

describe('the count of a test run', () => {
  it.each([
    ['all passed', vitest(3, 0), 0, { passed: 3, failed: 0 }],
    ['some failed', vitest(3, 2), 1, { passed: 3, failed: 2 }],
    ['the program failed after its tests', vitest(3, 0), 1, { passed: 3, failed: 1 }],
    ['there were no tests', vitest(0, 0), 0, { passed: 0, failed: 1 }],
    ['there is no report', undefined, 1, { passed: 0, failed: 1 }],
    ['there is no report although it passed', undefined, 0, { passed: 0, failed: 1 }],
    ['the report is torn', '{"numPassed', 0, { passed: 0, failed: 1 }],
  ])('when %s', (_what, text, exitCode, sum) => {
    expect(tally({ file: reportFile(text), count: countVitest, exitCode })).toEqual({ ...sum, skipped: 0 });
  });

  it('counts files that could not be read', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const text = vitest(5, 1, [broken, failing, { status: 'passed', assertionResults: [{ status: 'passed' }] }]);
    expect(tally({ file: reportFile(text), count: countVitest, exitCode: 1 })).toMatchObject({ passed: 5, failed: 2 });
  });

  it("reads Playwright's report", () => {
    const text = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(tally({ file: reportFile(text), count: countPlaywright, exitCode: 1 })).toEqual({
      passed: 5,
      failed: 1,
      skipped: 2,
    });
  });
});
