import { existsSync } from 'node:fs';
import { Failure } from '../setup/failure.mjs';
import { installProgram } from './install-program.mjs';
import { onPath } from './on-path.mjs';

function find() {
  const given = process.env.REDIS_SERVER;
  if (given && !existsSync(given)) throw new Failure(`REDIS_SERVER names ${given}, and there is no such program.`);
  return given ?? onPath(['redis-server', 'valkey-server']);
}

/** The Redis or Valkey that tests start for themselves, installed if need be. Throws a Failure when there is no way. */
export async function findRedis() {
  const present = find();
  if (present) return present;
  console.log('  Installing Redis, which some tests start ...');
  await installProgram({ apt: 'redis-server', brew: 'redis' });
  const installed = find();
  if (installed) return installed;
  throw new Failure(
    'The tests need a redis-server or valkey-server: install one ("apt-get install redis-server", "brew install redis"), or say where it is with REDIS_SERVER.',
  );
}
