import type { RequestContext } from '@parley/api/trpc/context';
import { processState } from '@parley/db/process-state';
import { transportError } from './trpc-errors.ts';
import { watchSession } from './watch-session.ts';

/** As many as one socket may hold. */
const MAX_PER_PERSON = 200;

const counts = processState('web.live-answers', () => new Map<string, number>());

/** A subscription answered over HTTP: it ends with the session of who asked, and each person may have so many. */
export class LiveAnswer {
  readonly #ended = new AbortController();
  #release: (() => void) | null = null;

  /** Aborts when the session has ended. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Takes a place. Rejects with TOO_MANY_REQUESTS when the person has none left; nobody's calls are the router's to refuse. */
  async begin(ctx: RequestContext): Promise<void> {
    const caller = await ctx.authenticate();
    if (!caller || this.#release) return;
    const { id } = caller.user;
    const count = counts.get(id) ?? 0;
    if (count >= MAX_PER_PERSON) {
      const message = `A person may have ${MAX_PER_PERSON} subscriptions over HTTP.`;
      throw transportError({ code: 'TOO_MANY_REQUESTS', reason: 'SUBSCRIPTIONS', message });
    }
    counts.set(id, count + 1);
    const stopWatching = watchSession(caller, ctx.realtime, () => this.#ended.abort());
    this.#release = () => {
      stopWatching();
      const left = (counts.get(id) ?? 1) - 1;
      if (left > 0) counts.set(id, left);
      else counts.delete(id);
    };
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
