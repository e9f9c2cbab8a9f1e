import type { SqlValue } from '@parley/db/query';

/** The parameters of a statement that is put together from parts. */
export class SqlValues {
  readonly values: SqlValue[] = [];

  /** Adds a value and answers its place, such as `$3`. */
  add(value: SqlValue): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The pattern that finds a text anywhere, for LIKE. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
