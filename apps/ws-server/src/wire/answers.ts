import { AppError } from '@parley/api/app-error';
import { getTRPCErrorFromUnknown, type TRPCDefaultErrorShape, TRPCError, transformTRPCResponse } from '@trpc/server';
import type { TRPCResponseMessage, TRPCResultMessage } from '@trpc/server/rpc';
import { type AnyRouter, getErrorShape, type RootConfig } from '@trpc/server/unstable-core-do-not-import';
import type { CallRequest } from './request.ts';
import { textFrame } from './text-frame.ts';

type Result = TRPCResultMessage<unknown>['result'];
type Address = Pick<CallRequest, 'id' | 'jsonrpc'>;

/** What the wire needs of a router, whatever it is made of. */
type WireConfig = RootConfig<{ ctx: object; meta: object; errorShape: TRPCDefaultErrorShape; transformer: boolean }>;

function configOf(router: AnyRouter): WireConfig {
  const { _config }: { _config: WireConfig } = router._def;
  return _config;
}

function encode(router: AnyRouter, response: TRPCResponseMessage): Buffer {
  return textFrame(JSON.stringify(transformTRPCResponse(configOf(router), response)));
}

/** The frame of a result: a value, or word that a subscription has started or stopped. */
export function resultFrame(router: AnyRouter, { id, jsonrpc }: Address, result: Result): Buffer {
  return encode(router, { id, ...(jsonrpc && { jsonrpc }), result });
}

export interface FailedCall {
  /** The call that failed, or only what is known of a malformed one. */
  readonly request: CallRequest | { readonly id: null; readonly jsonrpc: '2.0' | undefined };
  /** The call's context, if it came that far. */
  readonly ctx?: object | undefined;
}

/** The frame of an error, as the router's own formatter words it. */
export function errorFrame(router: AnyRouter, error: TRPCError, { request, ctx }: FailedCall): Buffer {
  const { id, jsonrpc } = request;
  const known = 'path' in request ? request : null;
  const { path, input, type = 'unknown' } = known ?? { path: undefined, input: undefined };
  const shape = getErrorShape({ config: configOf(router), error, type, path, input, ctx });
  return encode(router, { id, ...(jsonrpc && { jsonrpc }), error: shape });
}

/** What was thrown as tRPC's error. A stream that breaks has left the middleware behind that would do this for a call. */
export function callErrorOf(cause: unknown): TRPCError {
  if (!(cause instanceof AppError)) return getTRPCErrorFromUnknown(cause);
  return new TRPCError({ code: cause.code, message: cause.message, cause });
}

/** Asks a client to open a new socket and to go on there. */
export const RECONNECT_FRAME: Buffer = textFrame('{"id":null,"method":"reconnect"}');
export const PONG_FRAME: Buffer = textFrame('PONG');
