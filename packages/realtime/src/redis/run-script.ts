import { createHash } from 'node:crypto';
import type { RedisClient } from './connect-redis.ts';

export interface Script {
  readonly text: string;
  readonly sha: string;
}

export interface ScriptArguments {
  /** All in one slot. */
  keys: string[];
  args: (string | number)[];
}

/** Prepares a Lua script. */
export function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** Runs a script by its hash; a server that does not know it is sent the text. The answer is to be checked by the caller. */
export async function runScript(client: RedisClient, lua: Script, { keys, args }: ScriptArguments): Promise<unknown> {
  try {
    return await client.evalsha(lua.sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
    return client.eval(lua.text, keys.length, ...keys, ...args);
  }
}
