// The lock file works on every system, and names no download host.
import { readFileSync } from 'node:fs';
import { lockProblems } from './checks/lock-problems.mjs';
import { report } from './checks/report.mjs';
import { at } from './setup/places.mjs';

report('package-lock.json', lockProblems(JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))));
