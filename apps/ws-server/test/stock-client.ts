import type { AppRouter } from '@parley/api/root';
import { issueTokens } from '@parley/auth/program-tokens';
import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import { WebSocket } from 'ws';

export interface StockClient {
  readonly api: TRPCClient<AppRouter>;
  /** The sockets it has opened so far. */
  readonly sockets: readonly WebSocket[];
  close(): Promise<void>;
}

/** tRPC's own client, signed in as a program of this person. */
export async function openStockClient(url: string, userId: string): Promise<StockClient> {
  const { accessToken } = await issueTokens({ userId, device: 'Test', ip: null });
  const sockets: WebSocket[] = [];
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { authorization: `Bearer ${accessToken}` } });
      sockets.push(this);
    }
  }
  const ws = createWSClient({ url, WebSocket: SignedIn as never, retryDelayMs: () => 10 });
  const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: ws })] });
  return { api, sockets, close: () => ws.close() };
}
