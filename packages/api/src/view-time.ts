/** A moment as the database hands it out: a Date in a column, text inside JSON. */
export type DbTime = Date | string;

/** A moment as it leaves: ISO 8601 in UTC. */
export function isoTime(time: DbTime): string {
  return new Date(time).toISOString();
}

/** `isoTime` of a moment that may not have come. */
export function isoTimeOrNull(time: DbTime | null): string | null {
  return time === null ? null : isoTime(time);
}
