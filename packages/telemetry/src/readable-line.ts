import { z } from 'zod';
import { escapeText } from './escape-text.ts';

const described = z.looseObject({
  stack: z.string().optional(),
  message: z.string().optional(),
  get cause() {
    return described.optional();
  },
});

const record = z.looseObject({
  time: z.string(),
  level: z.string(),
  area: z.string().default('parley'),
  msg: z.string().default(''),
  err: described.optional(),
});

/**
 * A JSON log line as people read it: `12:30:01 warn  web  Mail was refused. host=mail.example.com`. An error's stack
 * follows indented, so that no text can pass itself off as a line of its own.
 */
export function readableLine(json: string): string {
  const { time, level, area, msg, err, ...fields } = record.parse(JSON.parse(json));
  const clock = new Date(time).toTimeString().slice(0, 8);
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${plain(value)}`);
  const head = `${clock} ${level.padEnd(5)} ${area}: ${escaped(msg)}${details.join('')}`;
  return [head, ...stackLines(err).map((line) => `    ${line}`)].join('\n').concat('\n');
}

function stackLines(error: z.infer<typeof described> | undefined): string[] {
  if (!error) return [];
  const own = (error.stack ?? error.message ?? '').split('\n').map((line) => escaped(line.trim()));
  const [first, ...rest] = stackLines(error.cause);
  return [...own.filter(Boolean), ...(first === undefined ? [] : [`caused by ${first}`, ...rest])];
}

function plain(value: unknown): string {
  return typeof value === 'string' && /^[\w.:/@+-]+$/.test(value) ? value : escapeText(JSON.stringify(value));
}

function escaped(text: string): string {
  return escapeText(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"'));
}
