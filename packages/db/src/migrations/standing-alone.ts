import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type Migration = MigrationList['migrationDirectories'][number];

/** Migrations that are applied together: what was there before, and the new ones at its end. */
export interface Part {
  readonly list: MigrationList;
  /** The one new migration, when it cannot stand in a transaction. */
  readonly alone: Migration | null;
}

const building = /\bINDEX\s+CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?"([^"]+)"/i;

function textOf({ migrationFile: { content } }: Migration): string {
  const text = content.tag === 'ok' ? content.value : '';
  return text.replace(/^\s*--.*$/gm, '');
}

/** An index built CONCURRENTLY cannot stand in a transaction; everything else can. */
function standsAlone(migration: Migration): boolean {
  return /\bCONCURRENTLY\b/i.test(textOf(migration));
}

/** Cuts what is to do before and after each migration that stands alone. */
export function inParts(list: MigrationList, todo: readonly Migration[]): Part[] {
  const parts: Part[] = [];
  for (const [n, migration] of todo.entries()) {
    const alone = standsAlone(migration);
    const next = todo[n + 1];
    if (!alone && next && !standsAlone(next)) continue;
    const end = list.migrationDirectories.indexOf(migration) + 1;
    parts.push({
      list: { ...list, migrationDirectories: list.migrationDirectories.slice(0, end) },
      alone: alone ? migration : null,
    });
  }
  return parts;
}

/** Forgets an earlier try at building an index that was interrupted: its half of an index, and its line in the history. */
export async function clearUnfinished(client: pg.Client, migration: Migration): Promise<void> {
  const { rowCount } = await client.query(
    'DELETE FROM "_prisma_migrations" WHERE migration_name = $1 AND finished_at IS NULL',
    [migration.path],
  );
  const [, index] = building.exec(textOf(migration)) ?? [];
  if (rowCount && index) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${pg.escapeIdentifier(index)}`);
}
