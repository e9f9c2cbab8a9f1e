import { types } from 'node:util';

const secretName =
  /password|passphrase|secret|token|ticket|cookie|authorization|credential|api-?key|signature|^(code|otp|totp|nonce|body|draft)$/i;
const harmlessName = /(id|ids|count|kind)$/i;

const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
const MAX_TEXT = 4_000;

export const REDACTED = '[redacted]';

/** What may stand in a log of the given fields: secrets and message text are blanked, errors described, lengths bounded. */
export function redactFields(fields: object): Record<string, unknown> {
  return redactEntries(fields, 0);
}

function redactEntries(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .slice(0, MAX_ITEMS)
      .map(([name, value]) => [name, isSecret(name, value) ? REDACTED : redactValue(value, depth + 1)]),
  );
}

/** Whether a secret was given may be known. */
function isSecret(name: string, value: unknown): boolean {
  if (!secretName.test(name) || harmlessName.test(name)) return false;
  return value !== undefined && value !== null && typeof value !== 'boolean';
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (types.isNativeError(value)) return describeError(value, depth);
  if (value instanceof Date) return value;
  if (depth > MAX_DEPTH) return '[deeper]';
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item: unknown) => redactValue(item, depth + 1));
  return redactEntries(value, depth);
}

/**
 * An error without the fields that libraries hang on it: a database's `detail` quotes the row, message text and all.
 */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  return {
    type: error.name,
    message: redactValue(error.message, depth),
    ...(code === null ? {} : { code }),
    stack: redactValue(error.stack, depth),
    ...(types.isNativeError(error.cause) && depth <= MAX_DEPTH ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

const secretsInText: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic) +[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  [/([?&;][\w.-]*(?:signature|token|ticket|code|secret|password|key)=)[^&;\s"'\\]+/gi, `$1${REDACTED}`],
  [/(\w:\/\/[^\s:/@"\\]*:)[^\s@/"\\]+@/g, `$1${REDACTED}@`],
  [/(\/(?:join|hooks\/[\w-]+)\/)[\w.~-]{8,}/g, `$1${REDACTED}`],
];

/** Blanks secrets that stand in running text: credentials in headers and addresses, signed and invite links. */
export function redactText(text: string): string {
  return secretsInText.reduce((rest, [pattern, blank]) => rest.replace(pattern, blank), text);
}
