import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programOf } from './program-of.mjs';
import { runNodeProgram } from './run-program.mjs';
import { countPlaywright, countVitest, tally } from './tally.mjs';

/** A check that passes or fails as a whole. */
const check = (name, ...args) => ({
  name,
  run: async () => {
    const exitCode = await runNodeProgram(args);
    return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

/** What is checked without running Parley. */
export function staticChecks() {
  return [
    check('lock file', 'scripts/check-lock.mjs'),
    check('words and paths', 'scripts/check-text.mjs'),
    check('import rules', '--import', 'tsx', 'tooling/import-rules/main.ts'),
    check('format', programOf('@biomejs/biome', 'biome'), 'check', '--diagnostic-level=error'),
    // Before the lint, which reads the types of the routes that it has Next write.
    check('types', 'scripts/check-types.mjs'),
    check('lint', programOf('oxlint', 'oxlint'), '--type-aware', '--quiet'),
  ];
}

/** Runs a test program with a place for its report, and counts what the report says. */
async function runTests(count, program) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-report-'));
  const file = path.join(folder, 'report.json');
  try {
    return tally({ file, count, exitCode: await program(file) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests below `e2e`, left to Playwright, are not among these. `projects`: which of vitest.config.ts, all when none. */
export function vitest(name, { projects = [], env = {} } = {}) {
  const args = ['run', '--reporter=default', '--reporter=json', ...projects.map((project) => `--project=${project}`)];
  return {
    name,
    run: () =>
      runTests(countVitest, (file) =>
        runNodeProgram([programOf('vitest', 'vitest'), ...args, `--outputFile.json=${file}`], { env }),
      ),
  };
}

/** The tests in a real browser. */
export function playwright(name, { env = {} } = {}) {
  return {
    name,
    run: () =>
      runTests(countPlaywright, (file) =>
        runNodeProgram(
          [programOf('@playwright/test', 'playwright'), 'test', '--project=product', '--reporter=list,json'],
          {
            env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
          },
        ),
      ),
  };
}
