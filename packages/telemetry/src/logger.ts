import pino from 'pino';
import { logLevel } from './env.ts';
import { escapeText } from './escape-text.ts';
import { readableLine } from './readable-line.ts';
import { redactFields, redactText } from './redact.ts';

/** Logs `(fields, sentence)` or a sentence alone. Give an error as `err`. */
export type Logger = Pick<pino.Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error'>;

/** `json`: one object a line, for machines. `lines`: one sentence a line, for the person at the terminal. */
export type LogFormat = 'json' | 'lines';

interface LogState {
  readonly root: pino.Logger;
  format: LogFormat;
}

/** Next's build and the server's bundle each carry a copy of this file; they share one logger. */
const KEY = Symbol.for('parley.telemetry.log');
const holder: typeof globalThis & { [KEY]?: LogState } = globalThis;

/** A logger that names its area (`web`, `ws`, `mail`) on each line. */
export function logger(area: string): Logger {
  return logState().root.child({ area });
}

/** Chooses how all loggers of this process write from now on; `json` until somebody chooses. */
export function setLogFormat(format: LogFormat): void {
  logState().format = format;
}

function logState(): LogState {
  holder[KEY] ??= {
    root: createLogger((json) => process.stdout.write(holder[KEY]?.format === 'lines' ? readableLine(json) : json)),
    format: 'json',
  };
  return holder[KEY];
}

/** A logger of its own that hands each finished JSON line to `write`, cleaned of secrets and treacherous characters. */
export function createLogger(write: (json: string) => void, level = logLevel()): pino.Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redactFields },
      serializers: { err: (described: unknown) => described },
    },
    { write: (json: string) => write(escapeText(redactText(json))) },
  );
}
