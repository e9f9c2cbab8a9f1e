import type { Realtime } from '@parley/realtime/realtime';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { z } from 'zod';
import { appRouter } from '../../root.ts';
import { createContext } from '../../trpc/create-context.ts';
import { type Call, readEnvelope, readError, type Transport, type WireAnswer } from './transport.ts';

const endpoint = '/api/trpc';
const address = '192.0.2.1';

/** The router behind tRPC's own HTTP handler, set as the product sets it. */
export type HttpDoor = (request: Request) => Promise<Response>;

export function openHttpDoor(realtime: Realtime): HttpDoor {
  return (req) =>
    fetchRequestHandler({
      req,
      endpoint,
      router: appRouter,
      maxBatchSize: 20,
      createContext: () => {
        const { headers } = req;
        const authorization = headers.get('authorization');
        const source = { transport: 'http', authorization, cookie: headers.get('cookie') } as const;
        return createContext({ ...source, sessionId: null, address, userAgent: null }, realtime);
      },
    });
}

function headersOf(token: string | null, more: Record<string, string> = {}): Headers {
  return new Headers({ ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more });
}

/** A request of one call, or of several when there are commas in the path. */
export function requestOf(path: string, { type, input, token }: Omit<Call, 'path'>, query = ''): Request {
  const url = new URL(`http://chat.example.test${endpoint}/${path}?${query}`);
  if (type === 'mutation') {
    const headers = headersOf(token, { 'content-type': 'application/json' });
    return new Request(url, { method: 'POST', headers, body: input === undefined ? null : JSON.stringify(input) });
  }
  if (input !== undefined) url.searchParams.set('input', JSON.stringify(input));
  return new Request(url, { headers: headersOf(token) });
}

/** One call, one request; a subscription is one of server-sent events. */
export function httpSingle(door: HttpDoor): Transport {
  return {
    name: 'HTTP',
    async call(call) {
      const response = await door(requestOf(call.path, call));
      if (call.type === 'subscription') return readEvents(response, call.rouse);
      return readEnvelope(await response.json(), response.status);
    },
  };
}

/** The call between two others of a batch, which must not be touched by its answer. */
export function httpBatch(door: HttpDoor): Transport {
  return {
    name: 'HTTP batch',
    async call(call) {
      const [before, after] = companions(call);
      const inputs = { 0: before.input, 1: call.input, 2: after.input };
      const path = [before.path, call.path, after.path].join(',');
      const response = await door(requestOf(path, { ...call, input: inputs }, 'batch=1'));
      const answers = z.array(z.unknown()).parse(await response.json());
      const [first, own, last] = answers.map((answer) => readEnvelope(answer, null));
      if (!first || !own || !last || answers.length !== 3) throw new Error('A batch has one answer for each call.');
      if (first.code !== 'OK' || last.code !== 'OK') throw new Error(`${call.path} spoilt the rest of its batch.`);
      return own;
    },
  };
}

/** Calls of the same kind that everybody may make. */
function companions({ type }: Call): [{ path: string; input: unknown }, { path: string; input: unknown }] {
  if (type === 'query')
    return [
      { path: 'auth.status', input: undefined },
      { path: 'auth.status', input: undefined },
    ];
  const path = 'auth.revoke';
  return [
    { path, input: { refreshToken: 'one' } },
    { path, input: { refreshToken: 'two' } },
  ];
}

/** Reads server-sent events up to the first that is an error or a value. */
async function readEvents(response: Response, rouse: Call['rouse']): Promise<WireAnswer> {
  if (!response.body) throw new Error('A subscription answers with a stream.');
  const decoder = new TextDecoder();
  let text = '';
  const rousing = rouse ? setInterval(() => void rouse(), 20) : undefined;
  try {
    for await (const chunk of response.body) {
      text += decoder.decode(chunk, { stream: true });
      const answer = firstAnswer(text, response.status);
      if (answer) return answer;
    }
  } finally {
    clearInterval(rousing);
  }
  throw new Error(`The stream ended without an answer: ${text}`);
}

function firstAnswer(text: string, status: number): WireAnswer | null {
  for (const block of text.split('\n\n').slice(0, -1)) {
    const lines = block.split('\n');
    const event = lines.find((line) => line.startsWith('event: '))?.slice(7);
    const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
    if (event === 'serialized-error' && data !== undefined) return readError(JSON.parse(data), status);
    if (event === undefined && data !== undefined) return { code: 'OK', status, body: JSON.parse(data) };
  }
  return null;
}
