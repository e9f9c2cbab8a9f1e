import { RULES, type Rule, type Violation } from '../check/violation.ts';
import type { ChaosOptions } from '../plan/chaos-options.ts';
import { groupBy } from '../record/group-by.ts';
import type { ChaosResult } from '../run-chaos.ts';
import { type Figures, figuresOf } from './figures.ts';
import { percentile } from './percentile.ts';

const SHOWN_VIOLATIONS = 20;

/** The words of the promise, and the rules behind each. */
const PROMISES: ReadonlyArray<{ readonly word: string; readonly rules: readonly Rule[] }> = [
  { word: 'lost', rules: ['LOST', 'STREAM_WHOLE'] },
  { word: 'doubled', rules: ['DOUBLED'] },
  { word: 'out of order', rules: ['NUMBERS', 'REAL_TIME', 'STREAM_ORDER'] },
  { word: 'different from what was sent', rules: ['PAYLOAD', 'REFUSED'] },
  { word: 'seen after removal', rules: ['REMOVED'] },
  { word: 'stale or hanging', rules: ['OWN_WRITES', 'HANGING', 'UNREAD'] },
];

/** A run's report as Markdown lines. */
export function reportOf(options: ChaosOptions, result: ChaosResult, around: readonly string[]): string[] {
  const { violations, crashes, caughtUpMs } = result;
  return [
    '',
    '| | |',
    '|---|---|',
    ...rowsOf(options, result).map(([name, value]) => `| ${name} | ${value} |`),
    '',
    ...around,
    '',
    ...violations.slice(0, SHOWN_VIOLATIONS).map(({ rule, text }) => `${rule}: ${text} (${RULES[rule]})`),
    ...(violations.length > SHOWN_VIOLATIONS ? [`and ${violations.length - SHOWN_VIOLATIONS} more`] : []),
    ...crashes,
    ...(caughtUpMs === null ? ['Some readers did not have everything within 5 s of the end.'] : []),
  ];
}

function rowsOf(options: ChaosOptions, result: ChaosResult): Array<[string, string]> {
  const { violations, history, durationMs, caughtUpMs } = result;
  const figures = figuresOf(history);
  const { acknowledged } = figures;
  const faults = [...groupBy(history.faults, ({ kind }) => kind)].map(([kind, list]) => `${kind} ${list.length} times`);
  return [
    ...PROMISES.map(({ word, rules }): [string, string] => [word, `${countOf(violations, rules)}`]),
    [
      'messages acknowledged',
      `${acknowledged} of ${history.sends.length}, ${figures.retried} after more than one attempt`,
    ],
    ['true rate of loss', `below ${(3 / acknowledged).toExponential(1)} (95 %, rule of three)`],
    ['duration', `${seconds(durationMs)}, ${Math.round(acknowledged / (durationMs / 1_000))} messages/s`],
    ['who', `${options.writers} writers, ${options.readers} readers, ${options.channels} channels`],
    ['deliveries', `${figures.deliveries}, and ${figures.pages} pages read meanwhile`],
    ['broken', faults.join(', ')],
    ...timesOf(figures),
    [
      'everything at every reader',
      caughtUpMs === null ? 'not within 5 s of the end' : `${seconds(caughtUpMs)} after the end`,
    ],
    ['seed', `CHAOS_SEED=${options.seed}`],
  ];
}

function countOf(violations: readonly Violation[], rules: readonly Rule[]): number {
  return violations.filter(({ rule }) => rules.includes(rule)).length;
}

function timesOf(figures: Figures): Array<[string, string]> {
  return [
    ['acknowledgement', spread(figures.sending)],
    ['staleness while connected', spread(figures.staleness)],
    ['staleness around the Redis restart', spread(figures.stalenessWithoutRedis)],
    ['back after a lost socket', spread(figures.outages)],
    ['stream ended after a removal', spread(figures.detachments)],
  ];
}

/** Percentiles only where there are enough values to mean something. */
function spread(values: readonly number[]): string {
  if (values.length === 0) return 'none';
  const shares = [0.5, 0.95, 0.99].filter((share) => values.length >= 1 / (1 - share));
  const percentiles = shares.map((share) => `p${share * 100} ${Math.round(percentile(values, share))}`);
  return `${[...percentiles, `max ${Math.round(percentile(values, 1))}`].join(', ')} ms of ${values.length}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
