/** The codes a verb may answer with; each is a tRPC code, so the transport needs no table of its own. */
export type AppErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'PAYLOAD_TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

interface AppErrorDetails {
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  /** Seconds after which the call may be tried again. */
  readonly retryAfter?: number;
  /** Of a CONFLICT: what stands there now, in the shape in which it is read. */
  readonly current?: object;
}

/** The one error that a verb throws on purpose: a code, a stable machine reason, and a sentence for the person. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly reason: string;
  readonly details: AppErrorDetails;

  constructor(answer: { code: AppErrorCode; reason: string; message: string }, details: AppErrorDetails = {}) {
    super(answer.message);
    this.code = answer.code;
    this.reason = answer.reason;
    this.details = details;
  }
}

/** The one answer for what does not exist and for what the caller may not know of. */
export function notFound(): AppError {
  return new AppError({ code: 'NOT_FOUND', reason: 'NOT_FOUND', message: 'Not found.' });
}

/** The answer for a right that is missing on a thing the caller may see. */
export function forbidden(reason: string, message: string): AppError {
  return new AppError({ code: 'FORBIDDEN', reason, message });
}

/** The answer when a value is taken or was changed meanwhile. */
export function conflict(reason: string, message: string, current?: object): AppError {
  return new AppError({ code: 'CONFLICT', reason, message }, current ? { current } : {});
}

/** The answer for one wrong field of an otherwise well-formed input. */
export function invalidField(field: string, message: string): AppError {
  return new AppError({ code: 'BAD_REQUEST', reason: 'INPUT', message }, { fieldErrors: { [field]: [message] } });
}
