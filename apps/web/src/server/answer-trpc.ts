import { type AppRouter, appRouter } from '@parley/api/root';
import type { RequestContext } from '@parley/api/trpc/context';
import { isForeignRequest } from '@parley/auth/foreign-request';
import { logger } from '@parley/telemetry/logger';
import { recordHttp } from '@parley/telemetry/metrics';
import { TRPCError } from '@trpc/server';
import { type FetchHandlerRequestOptions, fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { FirstCount } from './first-count.ts';
import { LiveAnswer } from './live-answers.ts';
import { readBody } from './read-body.ts';
import { contextOf } from './request-context.ts';
import { refusedCall, retryAfterOf, transportError } from './trpc-errors.ts';

const ENDPOINT = '/api/trpc';
/** Of a call. */
export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_BATCH = 20;

type ResponseMeta = NonNullable<FetchHandlerRequestOptions<AppRouter>['responseMeta']>;
type OnError = NonNullable<FetchHandlerRequestOptions<AppRouter>['onError']>;

/** Why a POST is not even read; null when it may be. */
function refusalOf({ headers }: Request): TRPCError | null {
  const from = {
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
    host: headers.get('host'),
  };
  if (isForeignRequest(from)) {
    const message = 'A page of another site may not do this.';
    return transportError({ code: 'FORBIDDEN', reason: 'FOREIGN_ORIGIN', message });
  }
  const mediaType = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType === 'application/json') return null;
  return new TRPCError({
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Calls are JSON: send Content-Type: application/json.',
  });
}

/** The request with its body read, or why it is refused. */
async function readRequest(request: Request): Promise<Request | TRPCError> {
  if (request.method !== 'POST') return request;
  const refusal = refusalOf(request);
  if (refusal) return refusal;
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body) return new Request(request.url, { method: 'POST', headers: request.headers, body, signal: request.signal });
  const message = `A request may hold ${MAX_BODY_BYTES} bytes.`;
  return transportError({ code: 'PAYLOAD_TOO_LARGE', reason: 'TOO_LARGE', message });
}

const onError: OnError = ({ error, path, ctx }) => {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  logger('web').error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, 'A call failed.');
};

/** When to come back, of an answer whose calls have ended. */
const responseMeta: ResponseMeta = ({ errors }) => {
  const retryAfter = retryAfterOf(errors);
  return retryAfter === null ? {} : { headers: new Headers({ 'retry-after': String(retryAfter) }) };
};

/** What the limit has left that the request met. */
function setLimitHeaders({ headers }: Response, { limitState: { current } }: RequestContext): void {
  if (!current) return;
  headers.set('x-ratelimit-limit', String(current.limit));
  headers.set('x-ratelimit-remaining', String(current.remaining));
  headers.set('x-ratelimit-reset', String(current.reset));
}

function isStreamed({ headers }: Request): boolean {
  return headers.get('trpc-accept') === 'application/jsonl';
}

async function callRouter(request: Request, { ctx, reached, fail }: FirstCount): Promise<Response> {
  const live = new LiveAnswer(request.signal);
  const answer = await fetchRequestHandler({
    endpoint: ENDPOINT,
    router: appRouter,
    req: new Request(request, { signal: live.signal }),
    createContext: async ({ info }) => {
      if (info.type === 'subscription') await live.begin(ctx);
      return ctx;
    },
    maxBatchSize: MAX_BATCH,
    allowMethodOverride: false,
    onError: (failed) => {
      fail();
      onError(failed);
    },
    responseMeta,
  });
  if (isStreamed(request)) await reached;
  setLimitHeaders(answer, ctx);
  // A reader of events finds the refusal among them; anybody else looks at the status.
  const readsEvents = request.headers.get('accept')?.includes('text/event-stream') ?? false;
  if (!live.refusal || readsEvents) return live.send(answer);
  await answer.body?.cancel();
  return refusedCall(live.refusal, ctx);
}

/** Answers a request to `/api/trpc/*`: queries by GET, mutations by POST, subscriptions as a stream of events. */
export async function answerTrpc(request: Request): Promise<Response> {
  const start = performance.now();
  const count = new FirstCount(contextOf(request.headers, 'http'));
  const { ctx } = count;
  const read = await readRequest(request);
  const answer = read instanceof TRPCError ? refusedCall(read, ctx) : await callRouter(read, count);
  if (answer.headers.get('content-type')?.startsWith('text/plain'))
    answer.headers.set('content-type', 'application/json');
  answer.headers.append('cache-control', 'no-store');
  answer.headers.set('x-request-id', ctx.requestId);
  const labels = { method: request.method, route: ENDPOINT, status: answer.status };
  recordHttp(labels, (performance.now() - start) / 1000);
  return answer;
}
