import path from 'node:path';
import { checkImports } from './check-imports.ts';

const { problems, files } = checkImports(path.resolve(import.meta.dirname, '../..'));
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`Import rules: ${files} files, ${problems.length} problems\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
