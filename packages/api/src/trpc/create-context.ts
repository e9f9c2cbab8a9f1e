import { authenticate, type Caller, recheckSession } from '@parley/auth/authenticate';
import { addressGroup } from '@parley/auth/client-address';
import { newId } from '@parley/db/ids';
import type { Realtime } from '@parley/realtime/realtime';
import type { RequestContext } from './context.ts';

/** What a transport knows of a call. */
export interface CallSource {
  /** Made here when the transport has none. */
  readonly requestId?: string | undefined;
  readonly transport: RequestContext['transport'];
  /** The request's headers as they came, or null. */
  readonly cookie: string | null;
  readonly authorization: string | null;
  /** The session that an open socket belongs to; then the headers are not asked. */
  readonly sessionId: string | null;
  /** The client's address, or null when it is not known. */
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** The context of one HTTP request (all calls of its batch), or of one call on a socket. Who is calling is asked once, when needed. */
export function createContext(source: CallSource, realtime: Realtime): RequestContext {
  let caller: Promise<Caller | null> | undefined;
  return {
    requestId: source.requestId ?? newId(),
    transport: source.transport,
    authenticate: () => {
      caller ??= source.sessionId === null ? authenticate(source) : recheckSession(source.sessionId);
      return caller;
    },
    address: source.address === null ? null : addressGroup(source.address),
    userAgent: source.userAgent,
    realtime,
    limitState: { current: null },
  };
}
