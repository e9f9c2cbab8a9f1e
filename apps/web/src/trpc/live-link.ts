import type { AppRouter } from '@parley/api/root';
import {
  httpSubscriptionLink,
  type OperationLink,
  type OperationResultEnvelope,
  type TRPCClientError,
  type TRPCLink,
  wsLink,
} from '@trpc/client';
import { type Observer, observable, type Unsubscribable } from '@trpc/server/observable';
import type { LiveConnection, LiveStatus } from './live-connection.ts';
import { retryDelay } from './retry-delay.ts';

type Call = Parameters<OperationLink<AppRouter>>[0];
type Envelope = OperationResultEnvelope<unknown, TRPCClientError<AppRouter>>;
type Watcher = Observer<Envelope, TRPCClientError<AppRouter>>;

const PACE = { first: 500, longest: 5_000 };

/**
 * Subscriptions over whatever transport the connection has now. When that changes or starts anew, each goes on after
 * the last event it had, and who listens does not notice.
 */
export function liveLink(connection: LiveConnection, eventsUrl: string): TRPCLink<AppRouter> {
  return (runtime) => {
    const events = httpSubscriptionLink<AppRouter, typeof EventSource>({ url: eventsUrl })(runtime);
    const open: OperationLink<AppRouter> = (call) =>
      connection.transport === 'events'
        ? events(call)
        : wsLink<AppRouter>({ client: connection.socket })(runtime)(call);
    return (call) =>
      observable((observer) => {
        const operation = new LiveOperation({ connection, open, call }, observer);
        operation.run();
        return () => operation.stop();
      });
  };
}

interface LivePlan {
  connection: LiveConnection;
  open: OperationLink<AppRouter>;
  call: Call;
}

/** One subscription through all its transports. */
class LiveOperation {
  readonly #plan: LivePlan;
  readonly #observer: Watcher;
  readonly #key = Symbol('subscription');
  readonly #offRestart: () => void;
  #lastEventId: string | null = null;
  #attempt: Unsubscribable | null = null;
  /** Of which the attempt may still speak; later ones make earlier ones silent. */
  #generation = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(plan: LivePlan, observer: Watcher) {
    this.#plan = plan;
    this.#observer = observer;
    this.#offRestart = plan.connection.onRestart(() => this.run());
  }

  run(): void {
    const { connection, open, call } = this.#plan;
    this.#endAttempt();
    if (connection.closed) {
      this.#observer.complete();
      return;
    }
    if (!connection.mayOpen(call.op.path)) {
      connection.report(this.#key, null);
      return;
    }
    connection.report(this.#key, 'connecting');
    const generation = this.#generation;
    const current = () => generation === this.#generation;
    this.#attempt = open({ op: this.#resumedOp(call), next: call.next }).subscribe({
      next: (envelope) => current() && this.#pass(envelope),
      error: (error) => current() && this.#fail(error),
      complete: () => current() && this.#observer.complete(),
    });
  }

  stop(): void {
    this.#offRestart();
    this.#endAttempt();
    this.#plan.connection.report(this.#key, null);
  }

  #endAttempt(): void {
    this.#generation += 1;
    clearTimeout(this.#timer);
    this.#attempt?.unsubscribe();
    this.#attempt = null;
  }

  #resumedOp({ op }: Call): Call['op'] {
    if (this.#lastEventId === null) return op;
    const input = typeof op.input === 'object' && op.input !== null ? op.input : {};
    return { ...op, input: { ...input, lastEventId: this.#lastEventId } };
  }

  #pass(envelope: Envelope): void {
    const { result } = envelope;
    const status = statusOf(result);
    if (status) this.#plan.connection.report(this.#key, status);
    if (result.type !== 'state') this.#plan.connection.heard();
    if (result.type === undefined || result.type === 'data') {
      this.#failures = 0;
      if ('id' in result && result.id) this.#lastEventId = String(result.id);
    }
    this.#observer.next(envelope);
  }

  /** What the server said is passed on; a connection that broke is tried again. */
  #fail(error: TRPCClientError<AppRouter>): void {
    if (error.shape || this.#plan.connection.closed) {
      this.#observer.error(error);
      return;
    }
    this.#plan.connection.report(this.#key, 'connecting');
    this.#timer = setTimeout(() => this.run(), retryDelay(this.#failures, PACE));
    this.#failures += 1;
  }
}

function statusOf(result: Envelope['result']): LiveStatus | null {
  if (result.type === 'started') return 'open';
  if (result.type !== 'state') return null;
  return result.state === 'pending' ? 'open' : 'connecting';
}
