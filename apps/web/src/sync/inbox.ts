import type { InboxEvent } from '@parley/realtime/events';
import type { Unsubscribable } from '@trpc/server/observable';
import { retryDelay } from '../trpc/retry-delay.ts';
import type { Api } from '../trpc/trpc.ts';

export interface InboxOptions {
  api: Api;
  workspaceId: string;
  onEvent(event: InboxEvent): void;
}

const PACE = { first: 500, longest: 10_000 };

/** The one subscription that tells what happens to this person in the workspace. Begins again whenever it ends. */
export class Inbox {
  readonly #options: InboxOptions;
  #subscription: Unsubscribable | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #closed = false;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  open(): void {
    const { api, workspaceId, onEvent } = this.#options;
    this.#subscription?.unsubscribe();
    this.#subscription = api.inbox.subscribe(
      { workspaceId },
      {
        onData: (event) => {
          this.#failures = 0;
          onEvent(event);
        },
        onError: () => this.#again(),
        onComplete: () => this.#again(),
      },
    );
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#subscription?.unsubscribe();
  }

  #again(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.open(), retryDelay(this.#failures, PACE));
    this.#failures += 1;
  }
}
