import type { IncomingMessage } from 'node:http';
import { type ClientOptions, WebSocket } from 'ws';
import { until } from './until.ts';

/** A message as it came. */
export interface Frame {
  readonly id?: unknown;
  readonly jsonrpc?: unknown;
  readonly method?: unknown;
  readonly result?: { readonly type?: string; readonly id?: string; readonly data?: unknown };
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

/** A client without tRPC: it sends any text, and keeps what comes. */
export class RawSocket {
  readonly ws: WebSocket;
  readonly texts: string[] = [];
  closed: { code: number; reason: string } | null = null;

  constructor(ws: WebSocket) {
    this.ws = ws;
    ws.on('message', (data) => this.texts.push(Buffer.isBuffer(data) ? data.toString() : ''));
    ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
  }

  get frames(): Frame[] {
    return this.texts.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text) as Frame);
  }

  send(message: unknown): void {
    this.ws.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first frame that fits, once it is there. */
  async frame(fits: (frame: Frame) => boolean): Promise<Frame> {
    let found: Frame | undefined;
    await until('a frame came', () => {
      found = this.frames.find(fits);
      return found !== undefined;
    });
    if (!found) throw new Error('The frame is gone.');
    return found;
  }

  async closeCode(): Promise<number | undefined> {
    await until('the socket was closed', () => this.closed !== null);
    return this.closed?.code;
  }
}

/** Opens a socket; rejects with the HTTP status when the upgrade is refused. */
export function openRaw(url: string, options: ClientOptions = {}): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(url, options);
    const raw = new RawSocket(ws);
    ws.on('open', () => resolve(raw));
    ws.on('error', reject);
    ws.on('unexpected-response', (_request, response: IncomingMessage) => {
      response.resume();
      reject(new Refused(response));
    });
  });
}

/** An upgrade that was answered with an HTTP error. */
export class Refused extends Error {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];

  constructor({ statusCode, headers }: IncomingMessage) {
    super(`The upgrade was answered with ${statusCode}.`);
    this.status = statusCode;
    this.headers = headers;
  }
}
