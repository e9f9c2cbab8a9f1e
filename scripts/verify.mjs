// The checks and tests that need no service, in under a minute.
import { runTests } from './checks/run-tests.mjs';

await runTests({ quick: true });
