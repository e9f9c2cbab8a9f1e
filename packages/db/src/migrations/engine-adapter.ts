import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

const FIRST_USER_TYPE = 16_384;

/** What the engine's catalogue queries return, by Postgres type number. */
const columnTypes: Record<number, ColumnType> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  19: ColumnTypeEnum.Text,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  25: ColumnTypeEnum.Text,
  26: ColumnTypeEnum.Int64,
  114: ColumnTypeEnum.Json,
  700: ColumnTypeEnum.Float,
  701: ColumnTypeEnum.Double,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1015: ColumnTypeEnum.TextArray,
  1016: ColumnTypeEnum.Int64Array,
  1028: ColumnTypeEnum.Int64Array,
  1042: ColumnTypeEnum.Text,
  1043: ColumnTypeEnum.Text,
  1114: ColumnTypeEnum.DateTime,
  1184: ColumnTypeEnum.DateTime,
  1700: ColumnTypeEnum.Numeric,
  2950: ColumnTypeEnum.Uuid,
  3802: ColumnTypeEnum.Json,
};

function columnType({ dataTypeID, name }: pg.FieldDef): ColumnType {
  const known = columnTypes[dataTypeID];
  if (known !== undefined) return known;
  if (dataTypeID >= FIRST_USER_TYPE) return ColumnTypeEnum.Text;
  throw new DriverAdapterError({ kind: 'UnsupportedNativeDataType', type: `${dataTypeID} of column ${name}` });
}

function toEngine(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return value;
}

function fail(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  throw new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'N/A',
    severity: error.severity ?? 'N/A',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
    originalCode: error.code ?? 'N/A',
    originalMessage: error.message,
  });
}

/**
 * The schema engine's door to one open connection. The stock adapter splits scripts at each semicolon, spreads them over
 * a pool and knows no "char"; here a script is one round trip that happens whole or not at all.
 * `onDispose` runs when the engine lets go.
 */
export function engineAdapter(client: pg.Client, onDispose: () => Promise<void> = async () => {}): SqlDriverAdapter {
  const base = { provider: 'postgres', adapterName: '@parley/db' } as const;
  const run = ({ sql, args }: SqlQuery) => client.query({ text: sql, values: args, rowMode: 'array' }).catch(fail);
  const script = async (text: string) => {
    await client.query(text).catch(fail);
  };

  const queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
    const { fields, rows } = await run(query);
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map(columnType),
      rows: rows.map((row: unknown[]) => row.map(toEngine)),
    };
  };
  const executeRaw = async (query: SqlQuery) => (await run(query)).rowCount ?? 0;

  const startTransaction = async (): Promise<Transaction> => {
    await script('SAVEPOINT engine');
    return {
      ...base,
      queryRaw,
      executeRaw,
      options: { usePhantomQuery: true },
      commit: () => script('RELEASE SAVEPOINT engine'),
      rollback: () => script('ROLLBACK TO SAVEPOINT engine'),
    };
  };

  return { ...base, queryRaw, executeRaw, startTransaction, executeScript: script, dispose: onDispose };
}
