import { isTRPCClientError } from '@trpc/client';

/** What went wrong with a form: a sentence for the whole of it, and sentences for its fields. */
export interface FormFailure {
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** The name of the field to go to when none of them is at fault by itself. */
  readonly focus?: string;
}

const offline = 'Could not reach the server. Check your connection and try again.';

/** What the server said of a form, in sentences for the person who filled it in. */
export function formFailureOf(error: unknown): FormFailure {
  if (!isTRPCClientError(error)) return { message: offline, fields: {} };
  const fields = fieldErrorsOf(error.data);
  if (Object.keys(fields).length > 0) return { message: null, fields };
  return { message: error.data ? error.message : offline, fields: {} };
}

function fieldErrorsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null || !('fieldErrors' in data)) return {};
  const { fieldErrors } = data;
  if (typeof fieldErrors !== 'object' || fieldErrors === null) return {};
  const entries = Object.entries(fieldErrors).flatMap(([field, messages]) =>
    Array.isArray(messages) ? [[field, String(messages[0])] as const] : [],
  );
  return Object.fromEntries(entries);
}
