import { type Call, readError, type Transport, type WireAnswer } from '@parley/api/testing/matrix/transport';
import { bearing } from './known-sessions.ts';
import { type Frame, openRaw, type RawSocket } from './raw-socket.ts';

type Settle = (frame: Frame) => void;

/** A socket that keeps who waits for which answer. */
class AnsweringSocket {
  readonly raw: RawSocket;
  readonly #waiting = new Map<unknown, Settle>();
  #lastId = 0;

  constructor(raw: RawSocket) {
    this.raw = raw;
    raw.ws.on('message', () => {
      const frame = JSON.parse(raw.texts.pop() ?? '') as Frame;
      if (frame.error || frame.result?.type === 'data') this.#waiting.get(frame.id)?.(frame);
    });
  }

  async ask({ type, path, input, rouse }: Call): Promise<WireAnswer> {
    const id = ++this.#lastId;
    const answered = new Promise<Frame>((resolve) => this.#waiting.set(id, resolve));
    this.raw.send({ id, method: type, params: { path, input } });
    const rousing = rouse ? setInterval(() => void rouse(), 20) : undefined;
    const { error, result } = await answered;
    clearInterval(rousing);
    this.#waiting.delete(id);
    if (type === 'subscription') this.raw.send({ id, method: 'subscription.stop' });
    return error ? readError(error, null) : { code: 'OK', status: null, body: result?.data };
  }
}

/** Calls over sockets, one for each token. */
export function overSockets(url: string): Transport & { close(): void } {
  const sockets = new Map<string, Promise<AnsweringSocket>>();
  const open = async (token: string) => new AnsweringSocket(await openRaw(url, bearing(token)));
  return {
    name: 'WebSocket',
    async call(call) {
      if (call.token === null) throw new Error('Nobody opens a socket without a token.');
      const socket = sockets.get(call.token) ?? open(call.token);
      sockets.set(call.token, socket);
      return (await socket).ask(call);
    },
    close: () => {
      for (const socket of sockets.values()) void socket.then(({ raw }) => raw.ws.terminate());
    },
  };
}
