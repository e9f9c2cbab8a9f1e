// Breaks a whole installation while people write and read, and checks that nothing was lost (`CHAOS_SEED` replays a run).
import { runNodeProgram, stopOnSignal } from './checks/run-program.mjs';
import { prepareRig } from './setup/prepare-rig.mjs';

stopOnSignal();
await prepareRig();
process.exitCode = await runNodeProgram(['--import', 'tsx', 'chaos/src/main.ts']);
