import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readSchema } from './prisma-folder.ts';

interface WebAssemblyRuntime {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: { __wbindgen_start?: () => void } } }>;
}

/** The compiler's settings know WebAssembly only beside a browser's names; Node has it all the same. */
function isRuntime(value: unknown): value is WebAssemblyRuntime {
  return typeof value === 'object' && value !== null && 'instantiate' in value;
}

/** Nothing in the database is outside the schema. */
export const filters = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

/** The engine bounds the wait for its lock by a timer that it never clears: it must not hold the process open. */
function restlessTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref();
}

function engineImports(): Record<string, unknown> {
  const entries = Object.entries(bindings).map(([name, value]): [string, unknown] => [
    name,
    name.startsWith('__wbg_setTimeout_') ? restlessTimeout : value,
  ]);
  return Object.fromEntries(entries);
}

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const file = script.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const runtime: unknown = Reflect.get(globalThis, 'WebAssembly');
  if (!isRuntime(runtime)) throw new Error('This Node has no WebAssembly: start it without --jitless.');
  const { instance } = await runtime.instantiate(readFileSync(file), {
    './schema_engine_bg.js': engineImports(),
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

export interface EngineDoors {
  connect: () => Promise<SqlDriverAdapter>;
  connectToShadowDb: () => Promise<SqlDriverAdapter>;
}

/** Prisma's schema engine, in process and offline, over the connections that `doors` opens. */
export async function schemaEngine(doors: EngineDoors): Promise<SchemaEngine> {
  loading ??= load();
  await loading;
  const schema = readSchema();
  const factory = { provider: 'postgres', adapterName: '@parley/db', ...doors } as const;
  return bindings.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}
