import { createWSClient, type TRPCWebSocketClient } from '@trpc/client';
import { type RetryPace, retryDelay } from './retry-delay.ts';

/** The close code of a server that no longer knows the session. */
const SIGNED_OUT = 4401;
const PACE: RetryPace = { first: 500, longest: 4_000 };

export interface LiveSocketOptions {
  url: string;
  /** For a socket on another origin, which sends no cookie: one ticket for each connection. */
  ticket?: (() => Promise<string>) | undefined;
  onHeard: () => void;
  onSignedOut: () => void;
}

/** A WebSocket client that opens when first needed, tries again at random moments, and says when it hears anything. */
export function openLiveSocket({ url, ticket, onHeard, onSignedOut }: LiveSocketOptions): TRPCWebSocketClient {
  class HeardSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      this.addEventListener('message', onHeard);
    }
  }
  return createWSClient({
    url,
    WebSocket: HeardSocket,
    lazy: { enabled: true, closeMs: 20_000 },
    keepAlive: { enabled: true, intervalMs: 10_000, pongTimeoutMs: 3_000 },
    retryDelayMs: (attempt) => retryDelay(attempt, PACE),
    onClose: (cause) => {
      if (cause?.code === SIGNED_OUT) onSignedOut();
    },
    ...(ticket ? { connectionParams: async () => ({ ticket: await ticket() }) } : {}),
  });
}

/** Whether a WebSocket to `url` opens within `ms`. */
export function socketOpens(url: string, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    const settle = (opens: boolean) => {
      clearTimeout(timer);
      resolve(opens);
      socket.close();
    };
    const timer = setTimeout(() => settle(false), ms);
    socket.addEventListener('open', () => settle(true));
    socket.addEventListener('error', () => settle(false));
  });
}
