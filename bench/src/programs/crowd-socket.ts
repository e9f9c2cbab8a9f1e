import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PONG_FRAME, textFrame } from './client-frame.ts';
import { FrameReader } from './frame-reader.ts';

const ANSWER_MS = 60_000;
/** Engine.IO's ping and its answer, one letter each. */
const ENGINE_PING = '2';
const ENGINE_PONG = textFrame('3');

export interface SocketListener {
  /** A text came. `payload` only while payloads are wanted. */
  onText(length: number, payload: Buffer | null): void;
}

/** A WebSocket client that does next to nothing, so that the server is what is measured. */
export class CrowdSocket {
  readonly #socket: Socket;
  readonly #reader: FrameReader;
  #texts = 0;
  #wanted: { readonly texts: number; readonly settle: (error: Error | null) => void } | null = null;

  private constructor(socket: Socket, listener: SocketListener) {
    this.#socket = socket;
    this.#reader = new FrameReader({
      onText: (length, payload) => {
        if (length === 1 && payload?.toString() === ENGINE_PING) {
          socket.write(ENGINE_PONG);
          return;
        }
        this.#texts += 1;
        if (this.#wanted && this.#texts >= this.#wanted.texts) this.#settle(null);
        listener.onText(length, payload);
      },
      onPing: () => void socket.write(PONG_FRAME),
    });
  }

  /** Opens a socket. Rejects when the server refuses. */
  static async open(
    { port, path, token }: { port: number; path: string; token: string | null },
    listener: SocketListener,
  ): Promise<CrowdSocket> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` +
        `${token === null ? '' : `Authorization: Bearer ${token}\r\n`}\r\n`,
    );
    const crowdSocket = new CrowdSocket(socket, listener);
    await crowdSocket.#readHead();
    return crowdSocket;
  }

  set wantsPayload(wanted: boolean) {
    this.#reader.wantsPayload = wanted;
  }

  /** Says something. Resolves when so many more texts have come, and rejects when they do not. */
  say(text: string, answers: number): Promise<void> {
    const answered = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(new Error(`There was no answer to ${text}.`)), ANSWER_MS);
      const settle = (error: Error | null): void => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
      this.#wanted = { texts: this.#texts + answers, settle };
    });
    this.#socket.write(textFrame(text));
    return answered;
  }

  #settle(error: Error | null): void {
    this.#wanted?.settle(error);
    this.#wanted = null;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #readHead(): Promise<void> {
    const socket = this.#socket;
    let head = Buffer.alloc(0);
    let end = -1;
    while (end < 0) {
      const chunks: unknown[] = await once(socket, 'data');
      const [chunk] = chunks;
      if (!Buffer.isBuffer(chunk)) throw new Error('The server sent something else than bytes.');
      head = Buffer.concat([head, chunk]);
      end = head.indexOf('\r\n\r\n');
    }
    if (!head.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(head.toString());
    socket.on('data', (chunk: Buffer) => this.#reader.read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => this.#settle(new Error('The server closed the socket.')));
    if (head.length > end + 4) this.#reader.read(head.subarray(end + 4));
  }
}
