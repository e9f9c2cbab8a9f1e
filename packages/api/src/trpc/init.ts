import { initTRPC, type TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError } from '../app-error.ts';
import type { RequestContext } from './context.ts';
import type { LimitName } from './limits.ts';

/** What a procedure states of itself beside its input and output. */
export interface ProcedureMeta {
  /** The limit that each call of it counts against. */
  readonly limit: LimitName;
}

type FieldErrors = Record<string, readonly string[]>;

function fieldErrorsOf(error: ZodError): FieldErrors {
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.') || '_';
    fields.set(name, [...(fields.get(name) ?? []), issue.message]);
  }
  return Object.fromEntries(fields);
}

function answerOf(error: TRPCError): {
  reason: string;
  message: string;
  fieldErrors?: FieldErrors;
  retryAfter?: number;
  current?: object;
} {
  if (error.cause instanceof AppError) {
    const { reason, message, details } = error.cause;
    return { reason, message, ...details };
  }
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError) {
    return { reason: 'INPUT', message: 'Some of the values cannot be used.', fieldErrors: fieldErrorsOf(error.cause) };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return { reason: 'INTERNAL', message: 'Something went wrong on the server. Please try again.' };
  }
  if (error.code === 'NOT_FOUND') return { reason: 'NOT_FOUND', message: 'Not found.' };
  return { reason: error.code, message: error.message };
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const { message, ...answer } = answerOf(error);
      const { httpStatus } = shape.data;
      return {
        ...shape,
        message,
        data: { code: error.code, httpStatus, requestId: ctx?.requestId ?? null, ...answer },
      };
    },
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 30_000 },
      maxDurationMs: 15 * 60_000,
    },
  });

export const router = t.router;
/** One router of the procedures of several. */
export const mergeRouters = t.mergeRouters;
export const middleware = t.middleware;
export const procedure = t.procedure;
export const createCallerFactory = t.createCallerFactory;
