import type { RequestContext } from '@parley/api/trpc/context';
import type { Caller } from '@parley/auth/authenticate';
import { processState } from '@parley/db/process-state';
import type { TRPCError } from '@trpc/server';
import { transportError } from './trpc-errors.ts';
import { watchSession } from './watch-session.ts';

/** As many as one socket may hold. */
const MAX_PER_PERSON = 200;

const counts = processState('web.live-answers', () => new Map<string, number>());

/** A subscription answered over HTTP: it ends with the session of who asked, and each person may have so many. */
export class LiveAnswer {
  /** Aborts when the asker has gone, or their session has ended. */
  readonly signal: AbortSignal;
  readonly #ended = new AbortController();
  #release: (() => void) | null = null;
  /** Why there will be no events. */
  refusal: TRPCError | null = null;

  constructor(gone: AbortSignal) {
    this.signal = AbortSignal.any([gone, this.#ended.signal]);
  }

  /** Takes a place. Rejects with UNAUTHORIZED for nobody, and with TOO_MANY_REQUESTS when the person has none left. */
  async begin(ctx: RequestContext): Promise<void> {
    let caller: Caller | null;
    try {
      caller = await ctx.authenticate();
    } catch {
      // The database does not answer: the router says so in its own words.
      return;
    }
    if (!caller) throw this.#refuse({ code: 'UNAUTHORIZED', reason: 'NO_SESSION', message: 'Sign in to go on.' });
    const { id } = caller.user;
    const count = counts.get(id) ?? 0;
    if (count >= MAX_PER_PERSON) {
      const message = `A person may have ${MAX_PER_PERSON} subscriptions over HTTP.`;
      throw this.#refuse({ code: 'TOO_MANY_REQUESTS', reason: 'SUBSCRIPTIONS', message });
    }
    counts.set(id, count + 1);
    const stopWatching = watchSession(caller, ctx.realtime, () => this.#ended.abort());
    this.signal.addEventListener('abort', () => this.end(), { once: true });
    this.#release = () => {
      stopWatching();
      const left = (counts.get(id) ?? 1) - 1;
      if (left > 0) counts.set(id, left);
      else counts.delete(id);
    };
  }

  #refuse(answer: Parameters<typeof transportError>[0]): TRPCError {
    this.refusal = transportError(answer);
    return this.refusal;
  }

  /** Gives the place back. May be called again. */
  end(): void {
    this.#release?.();
    this.#release = null;
  }

  /** The answer as it goes out; whichever way its body ends, the place is given back. */
  send(answer: Response): Response {
    if (!this.#release) return answer;
    if (!answer.body) {
      this.end();
      return answer;
    }
    return new Response(
      untilEnd(answer.body, () => this.end()),
      answer,
    );
  }
}

/** The same stream; `onEnd` is called when it is read to its end, fails, or nobody wants it any more. */
function untilEnd(stream: ReadableStream<Uint8Array>, onEnd: () => void): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      onEnd();
    },
    cancel(reason) {
      onEnd();
      return reader.cancel(reason);
    },
  });
}
