// The load generator: opens thousands of sockets to one server, counts what comes, and measures how late.

import { answer, tell } from '../process/answer.ts';
import { percentile } from '../report/percentile.ts';
import { CrowdSocket } from './crowd-socket.ts';

/** Shorter texts are answers and pings, not the messages that are counted. */
const SHORTEST_MESSAGE = 400;
const OPENED_AT_ONCE = 50;
/** What stands around the time of sending in a message's body. */
const MARK = Buffer.from('@@');
const TIME_LENGTH = 24;

export interface OpenInput {
  readonly port: number;
  readonly path: string;
  /** One socket each; null: without a session. */
  readonly tokens: ReadonlyArray<string | null>;
  /** Said one after the other on each socket; goes on when so many texts have come. */
  readonly greeting: ReadonlyArray<{ readonly text: string; readonly answers: number }>;
}

export interface Lateness {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly count: number;
}

export type CrowdCommands = {
  /** Opens sockets beside those that are open. */
  open(input: OpenInput): Promise<void>;
  /** Says something on every socket. */
  say(input: { readonly text: string; readonly answers: number }): Promise<void>;
  /** Messages that came so far. */
  count(input: null): number;
  /** From now on measures how late each message is. */
  startTiming(input: null): void;
  /** Milliseconds. */
  stopTiming(input: null): Lateness;
};

const sockets: CrowdSocket[] = [];
let messages = 0;
let telling = false;
let times: number[] | null = null;

function onText(length: number, payload: Buffer | null): void {
  if (length < SHORTEST_MESSAGE) return;
  messages += 1;
  if (times && payload) times.push(now() - sentAt(payload));
  if (telling) return;
  telling = true;
  setImmediate(() => {
    telling = false;
    tell(messages);
  });
}

/** The clock that all processes of a machine share, in milliseconds. */
function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function sentAt(payload: Buffer): number {
  const start = payload.indexOf(MARK) + MARK.length;
  return Number.parseFloat(payload.toString('latin1', start, start + TIME_LENGTH));
}

async function openOne({ port, path, greeting }: OpenInput, token: string | null): Promise<void> {
  const socket = await CrowdSocket.open({ port, path, token }, { onText });
  sockets.push(socket);
  for (const { text, answers } of greeting) await socket.say(text, answers);
}

const commands: CrowdCommands = {
  open: async (input) => {
    const waiting = [...input.tokens];
    const openNext = async (): Promise<void> => {
      for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) await openOne(input, token);
    };
    await Promise.all(Array.from({ length: OPENED_AT_ONCE }, openNext));
  },
  say: async ({ text, answers }) => {
    await Promise.all(sockets.map((socket) => socket.say(text, answers)));
  },
  count: () => messages,
  startTiming: () => {
    times = [];
    for (const socket of sockets) socket.wantsPayload = true;
  },
  stopTiming: () => {
    const measured = times ?? [];
    times = null;
    for (const socket of sockets) socket.wantsPayload = false;
    const [p50, p99, max] = [0.5, 0.99, 1].map((share) => percentile(measured, share));
    return { p50: p50 ?? Number.NaN, p99: p99 ?? Number.NaN, max: max ?? Number.NaN, count: measured.length };
  },
};

answer(commands);
