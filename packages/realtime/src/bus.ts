/** One interest in one topic. */
export interface Subscription {
  /** Resolves when the subscription is in force, or after at most 500 ms when the backend is down; never rejects. */
  readonly ready: Promise<void>;
  /** Ends the interest; the listener is not called again. May be called twice. */
  close(): void;
}

/** Carries hints between processes. A hint may be lost, doubled or late; one publisher's hints to a topic keep their order. */
export interface Bus {
  /** Fire and forget: never throws and never waits. When too much is under way, the hint is dropped. */
  publish(topic: string, payload: string): void;
  /** `listener` is called later, never from within `publish` or `subscribe`. */
  subscribe(topic: string, listener: (payload: string) => void): Subscription;
  /** Calls `listener` whenever hints may have been lost. Returns how to stop. */
  onInterruption(listener: () => void): () => void;
  /** Whether hints flow both ways at this moment. */
  healthy(): boolean;
  close(): Promise<void>;
}
