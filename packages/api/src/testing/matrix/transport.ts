import { z } from 'zod';

export interface Call {
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly input: unknown;
  readonly token: string | null;
  /** Called again and again until an open subscription has said something. */
  readonly rouse?: (() => Promise<unknown>) | undefined;
}

/** A call's answer as it stood on the wire. */
export interface WireAnswer {
  /** OK, or the error's code. */
  readonly code: string;
  /** The HTTP status; null where there is none. */
  readonly status: number | null;
  /** The whole error without its request's id, or the result. */
  readonly body: unknown;
}

/** A way to the router from outside. */
export interface Transport {
  readonly name: string;
  call(call: Call): Promise<WireAnswer>;
}

const errorBody = z.strictObject({
  message: z.string(),
  code: z.int(),
  data: z.looseObject({ code: z.string(), httpStatus: z.int(), reason: z.string(), requestId: z.string().nullable() }),
});

/** Reads an error as the API promises it. Throws for an error of another shape. */
export function readError(error: unknown, status: number | null): WireAnswer {
  const { data, ...rest } = errorBody.parse(error);
  const { requestId: _, ...told } = data;
  return { code: data.code, status, body: { ...rest, data: told } };
}

const envelope = z.union([
  z.strictObject({ result: z.strictObject({ data: z.unknown().optional() }) }),
  z.strictObject({ error: z.unknown() }),
]);

/** Reads what HTTP answers to one call. */
export function readEnvelope(value: unknown, status: number | null): WireAnswer {
  const read = envelope.parse(value);
  return 'error' in read ? readError(read.error, status) : { code: 'OK', status, body: read.result.data };
}
