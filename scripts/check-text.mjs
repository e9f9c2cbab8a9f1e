// No file holds a path of one machine, a silenced rule or a promise to do something later.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { report } from './checks/report.mjs';
import { textProblems } from './checks/text-problems.mjs';
import { at, root } from './setup/places.mjs';

const skipped = /(^|\/)(package-lock\.json|LICENSE)$|\.(png|jpg|ico|woff2?|wasm|gz|zip|mp4|webm)$/;

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
  cwd: root,
  encoding: 'utf8',
});
const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\0');
const files = listed.split('\0').filter((file) => file && !skipped.test(file) && !deleted.includes(file));

const problems =
  files.length === 0
    ? ['git lists no files, so nothing was checked']
    : files.flatMap((file) => textProblems(file, readFileSync(at(file), 'utf8')));
report(`${files.length} files`, problems);
