import type { FanOutFigures } from '../fan-out/bench-fan-out.ts';
import type { FanOutFigure, ParleyFigure } from '../fan-out/figures.ts';
import type { Lateness } from '../programs/crowd.ts';
import type { ReadFigure, ReadFigures } from '../reads/bench-reads.ts';
import type { SendFigure } from '../sends/bench-sends.ts';
import type { Target } from './targets.ts';

/** Below this the memory of so few sockets drowns in the rest of the process. */
const FEWEST_FOR_MEMORY = 1_000;

/** What fan-out was measured, as Markdown. */
export function fanOutTables({ all, parley }: FanOutFigures): string[] {
  return [
    '### One channel, many subscribers',
    '',
    ...table(
      [
        'server',
        'subscribers',
        'deliveries/s',
        'Parley is',
        'CPU ms per 1,000',
        'kB per idle socket',
        'p50 / p99 ms at 20 messages/s',
      ],
      all.map(fanOutRow),
    ),
    '',
    '### Parley with its database, messages sent over HTTP',
    '',
    ...table(
      ['subscribers', 'p50 / p99 ms at 20 messages/s', 'the same, every inbox open', 'deliveries/s, every inbox open'],
      parley.map(parleyRow),
    ),
  ];
}

/** What sends were measured, as Markdown. */
export function sendTables(sends: readonly SendFigure[]): string[] {
  return [
    '### Durable sends, acknowledged after COMMIT, per second',
    '',
    ...table(['', 'one bare statement', 'the verb', 'ratio', 'over WebSocket', 'over HTTP'], sends.map(sendRow)),
  ];
}

/** What reading was measured, as Markdown. */
export function readTables({ searches, channels, firstPage, deepPage }: ReadFigures): string[] {
  return [
    '### Reading at the database, with a million messages',
    '',
    ...table(
      ['', 'p50 ms', 'p95 ms'],
      [
        ...searches.map((figure) => readRow({ ...figure, label: `search: ${figure.label}` })),
        readRow({ ...channels, label: 'the list of somebody in 500 channels' }),
        readRow({ ...firstPage, label: 'the newest page of a channel of 750,000 messages' }),
        readRow({ ...deepPage, label: 'the page 10,000 pages before it' }),
      ],
    ),
  ];
}

/** What was promised, and whether it holds, as Markdown. */
export function targetTables(targets: readonly Target[]): string[] {
  return [
    '### Targets',
    '',
    ...table(
      ['promise', 'measured', 'holds'],
      targets.map(({ promise, measured, holds }) => [promise, measured, holds ? 'yes' : '**no**']),
    ),
  ];
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function fanOutRow(figure: FanOutFigure): string[] {
  const { name, subscribers, deliveriesPerSecond, parleyTimes, cpuMsPerThousand, bytesPerSocket, latency } = figure;
  return [
    name,
    whole(subscribers),
    whole(deliveriesPerSecond),
    parleyTimes === 1 ? '' : `${parleyTimes.toFixed(1)} times as fast`,
    cpuMsPerThousand.toFixed(1),
    subscribers < FEWEST_FOR_MEMORY ? '' : (bytesPerSocket / 1_000).toFixed(1),
    latency ? times(latency) : 'cannot keep up',
  ];
}

function parleyRow({ subscribers, sent, sentWithInbox, withInbox }: ParleyFigure): string[] {
  return [whole(subscribers), times(sent), times(sentWithInbox), whole(withInbox.deliveriesPerSecond)];
}

function sendRow({ label, bare, verb, ratio, socket, http }: SendFigure): string[] {
  return [label, whole(bare), whole(verb), ratio.toFixed(2), whole(socket), whole(http)];
}

function readRow({ label, p50, p95 }: ReadFigure): string[] {
  return [label, p50.toFixed(1), p95.toFixed(1)];
}

function times({ p50, p99 }: Lateness): string {
  return `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}
