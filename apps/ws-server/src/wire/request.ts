import { TRPCError } from '@trpc/server';
import { parseConnectionParamsFromUnknown, type TRPCRequestInfo } from '@trpc/server/http';
import { parseTRPCMessage } from '@trpc/server/rpc';
import { type AnyRouter, isObject, type ProcedureType } from '@trpc/server/unstable-core-do-not-import';

export type RequestId = number | string;

/** One call of a client, as it stood in a message. */
export interface CallRequest {
  readonly id: RequestId;
  readonly jsonrpc: '2.0' | undefined;
  readonly type: ProcedureType;
  readonly path: string;
  readonly input: unknown;
}

/** What one entry of a message asks for: a call, or the end of a subscription. `id` null is the client's fault. */
export type ClientMessage =
  | { readonly kind: 'call'; readonly request: CallRequest }
  | { readonly kind: 'stop'; readonly id: RequestId }
  | { readonly kind: 'nameless'; readonly jsonrpc: '2.0' | undefined };

/** A resumed subscription's `lastEventId` becomes part of its input, as in tRPC's own adapters. */
function withLastEventId(input: unknown, lastEventId: string | undefined): unknown {
  if (lastEventId === undefined) return input;
  if (isObject(input)) return { ...input, lastEventId };
  return input ?? { lastEventId };
}

function readMessage(raw: unknown, router: AnyRouter): ClientMessage {
  const message = parseTRPCMessage(raw, router._def._config.transformer);
  const { id, jsonrpc } = message;
  if (id === null || id === undefined) return { kind: 'nameless', jsonrpc };
  if (message.method === 'subscription.stop') return { kind: 'stop', id };
  const { path, input, lastEventId } = message.params;
  const request = { id, jsonrpc, type: message.method, path, input: withLastEventId(input, lastEventId) };
  return { kind: 'call', request };
}

/** Reads the text of a client's message: one entry or a batch. Throws PARSE_ERROR when any of it is malformed. */
export function readMessages(text: string, router: AnyRouter): ClientMessage[] {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json.map((raw) => readMessage(raw, router)) : [readMessage(json, router)];
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', message: 'The message is not a tRPC request.', cause });
  }
}

/** The parameters in the first message of a socket that announced them; null when it names none. Throws PARSE_ERROR. */
export function readConnectionParams(text: string): TRPCRequestInfo['connectionParams'] {
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json)) throw new Error('Not an object.');
    return parseConnectionParamsFromUnknown(json.data);
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', message: 'Malformed connection parameters.', cause });
  }
}
