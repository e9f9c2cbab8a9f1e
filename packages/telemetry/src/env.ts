import { z } from 'zod';

const levels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const settings = z.object({
  LOG_LEVEL: z.enum(levels, { error: `LOG_LEVEL must be one of ${levels.join(', ')}.` }).default('info'),
});

export type LogLevel = (typeof levels)[number];

/** How much is logged. A wrong LOG_LEVEL throws an Error whose text says how to mend it. */
export function logLevel(source: Readonly<Record<string, string | undefined>> = process.env): LogLevel {
  const result = settings.safeParse({ LOG_LEVEL: source.LOG_LEVEL || undefined });
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join(' '));
  return result.data.LOG_LEVEL;
}
