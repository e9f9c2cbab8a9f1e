import { z } from 'zod';
import type { Person } from './person.ts';

/** A message on its way out. */
export interface OutgoingMessage {
  readonly channelId: string;
  readonly body: string;
  readonly nonce: string;
}

/** `unknown`: it may or may not have happened. */
export type PostOutcome =
  | { readonly kind: 'ok'; readonly id: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** How long one attempt may take before its outcome counts as unknown, in milliseconds. */
const ATTEMPT_MS = 5_000;

const answerSchema = z.union([
  z.object({ result: z.object({ data: z.object({ id: z.string(), seq: z.number() }) }) }),
  z.object({ error: z.object({ data: z.object({ code: z.string() }) }) }),
]);

/** Errors that say that nothing was decided. */
const UNDECIDED = /^(SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR|TIMEOUT|TOO_MANY_REQUESTS|BAD_GATEWAY|GATEWAY_TIMEOUT)$/;

/** Sends a message once, by the API over HTTP. Never rejects. `cutMs`: gives up so early that nobody knows what happened. */
export async function postMessage(
  { token }: Person,
  message: OutgoingMessage,
  { origin, cutMs = ATTEMPT_MS }: { origin: string; cutMs?: number | undefined },
): Promise<PostOutcome> {
  try {
    const response = await fetch(`${origin}/api/trpc/message.send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(cutMs),
    });
    const answer = answerSchema.parse(await response.json());
    if ('result' in answer) return { kind: 'ok', ...answer.result.data };
    const { code } = answer.error.data;
    return UNDECIDED.test(code) ? { kind: 'unknown', why: code } : { kind: 'refused', code };
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.name : String(error) };
  }
}
