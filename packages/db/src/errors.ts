const UNIQUE_VIOLATION = '23505';
const PRISMA_UNIQUE_VIOLATION = 'P2002';
/** Serialization failure, deadlock, and Prisma's word for both. */
const CONFLICT_CODES = new Set(['40001', '40P01', 'P2034']);

/** Classes of SQLSTATE that say "not now": 08 connection, 53 too few resources. */
const UNAVAILABLE_CLASS = /^(08|53)/;
const UNAVAILABLE_CODES = new Set([
  // Shut down by an operator, crashed, still starting, idle too long, read-only after a failover.
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '25006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN'],
  // Prisma: not reachable, timed out, closed by the server, no connection free, no transaction could start.
  ...['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037'],
]);
const UNAVAILABLE_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|is not queryable|Cannot use a pool after calling end/;

interface Fault {
  code?: unknown;
  originalCode?: unknown;
  constraint?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: unknown;
  driverAdapterError?: unknown;
  errors?: unknown;
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null;
}

/** The error and all that it wraps: causes, what Prisma carries of the driver, the parts of an AggregateError. */
function faultsIn(error: unknown, depth = 0): Fault[] {
  if (!isFault(error) || depth > 6) return [];
  const parts: unknown[] = Array.isArray(error.errors) ? error.errors : [];
  const inner = [error.cause, error.meta, error.driverAdapterError, ...parts];
  return [error, ...inner.flatMap((part) => faultsIn(part, depth + 1))];
}

function codesIn(error: unknown): string[] {
  return faultsIn(error)
    .flatMap((fault) => [fault.code, fault.originalCode])
    .filter((code) => typeof code === 'string');
}

/** pg names the constraint itself, Prisma's driver adapter wraps it as `{ index }`. */
function constraintsIn(error: unknown): string[] {
  return faultsIn(error)
    .map(({ constraint }) =>
      typeof constraint === 'object' && constraint !== null && 'index' in constraint ? constraint.index : constraint,
    )
    .filter((name) => typeof name === 'string');
}

/**
 * Did a unique index refuse the row? `constraint` is the index's name as the migration has it, for example
 * `Message_authorId_nonce_key`. True for errors of pg and of Prisma alike.
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const refused = codesIn(error).some((code) => code === UNIQUE_VIOLATION || code === PRISMA_UNIQUE_VIOLATION);
  return refused && (constraint === undefined || constraintsIn(error).includes(constraint));
}

/** Did two transactions collide (serialization failure or deadlock), so that the same one may succeed when run again? */
export function isTransactionConflict(error: unknown): boolean {
  return codesIn(error).some((code) => CONFLICT_CODES.has(code));
}

/**
 * Is the database away for the moment: refused, cut, restarting, out of connections, not answering in time?
 * What was asked may or may not have happened; the same call may succeed later.
 */
export function isUnavailable(error: unknown): boolean {
  const byCode = codesIn(error).some((code) => UNAVAILABLE_CLASS.test(code) || UNAVAILABLE_CODES.has(code));
  return byCode || faultsIn(error).some(({ message }) => typeof message === 'string' && UNAVAILABLE_TEXT.test(message));
}
