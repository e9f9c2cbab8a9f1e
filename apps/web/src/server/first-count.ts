import type { LimitState, RequestContext } from '@parley/api/trpc/context';

/**
 * Tells when the first call of a request was counted or had failed: the headers of a streamed answer speak of its limits,
 * and must wait for that, since they go out before its calls have ended.
 */
export class FirstCount {
  /** The request's context, whose limits are watched. */
  readonly ctx: RequestContext;
  /** Resolves with the first count, or at the first failure. */
  readonly reached: Promise<void>;
  /** To be called when a call has failed: it may never be counted. */
  readonly fail: () => void;

  constructor(ctx: RequestContext) {
    let state: LimitState | null = null;
    let reach: () => void = () => undefined;
    this.reached = new Promise((resolve) => {
      reach = resolve;
    });
    this.fail = reach;
    const limitState = {
      get current(): LimitState | null {
        return state;
      },
      set current(next: LimitState | null) {
        state = next;
        reach();
      },
    };
    this.ctx = { ...ctx, limitState };
  }
}
