import type { HttpSender } from '../process/http-sender.ts';
import { median } from '../report/median.ts';
import { insertChannels, insertCompany } from '../scene/company.ts';
import { bareSend, httpSend, type Send, socketSend, verbSend } from './ways-to-send.ts';

const WRITERS = 64;
const CHANNELS = 100;
const ROUNDS = 3;
const ROUND_MS = 2_000;

const cases = [
  { label: '1 writer', writers: 1, spread: CHANNELS },
  { label: '16 writers', writers: 16, spread: CHANNELS },
  { label: '64 writers', writers: 64, spread: CHANNELS },
  { label: '64 writers, one channel', writers: 64, spread: 1 },
];

/** Messages acknowledged per second: medians of the rounds, and the median of the rounds' ratios of verb to bare. */
export interface SendFigure {
  readonly label: string;
  readonly bare: number;
  readonly verb: number;
  readonly ratio: number;
  readonly socket: number;
  readonly http: number;
}

export interface SendOptions {
  /** At the web app. */
  readonly sender: HttpSender;
  /** Of the socket server. */
  readonly socketPort: number;
  readonly say: (line: string) => void;
}

/** Compares durable sends: bare `pg`, the verb, and the API over WebSocket and HTTP, in turns on one database. */
export async function benchSends({ sender, socketPort, say }: SendOptions): Promise<SendFigure[]> {
  const company = await insertCompany(WRITERS);
  const channelIds = await insertChannels(company, CHANNELS);
  const { people } = company;
  const sockets = await socketSend(people, socketPort);
  const ways = [bareSend(people), verbSend(people), sockets.send, httpSend(people, sender)];
  const figures: SendFigure[] = [];
  for (const { label, writers, spread } of cases) {
    say(`  Durable sends by ${label} ...`);
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const rates: number[] = [];
      for (const send of ways) rates.push(await measure(send, writers, channelIds.slice(0, spread)));
      rounds.push(rates);
    }
    const [bare = Number.NaN, verb = Number.NaN, socket = Number.NaN, http = Number.NaN] = ways.map((_, way) =>
      median(rounds.map((rates) => rates[way] ?? Number.NaN)),
    );
    const ratio = median(rounds.map(([bareRate = Number.NaN, verbRate = Number.NaN]) => verbRate / bareRate));
    figures.push({ label, bare, verb, ratio, socket, http });
  }
  sockets.close();
  return figures;
}

/** Sends by so many writers for a while, each waiting for its own acknowledgement; answers messages per second. */
async function measure(send: Send, writers: number, channelIds: readonly string[]): Promise<number> {
  let acknowledged = 0;
  const start = performance.now();
  const write = async (writer: number): Promise<void> => {
    for (let n = writer; performance.now() - start < ROUND_MS; n += 7) {
      await send(writer, channelIds[n % channelIds.length] ?? '');
      acknowledged += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return (acknowledged / (performance.now() - start)) * 1_000;
}
