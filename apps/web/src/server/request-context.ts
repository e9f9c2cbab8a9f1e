import type { RequestContext } from '@parley/api/trpc/context';
import { createContext } from '@parley/api/trpc/create-context';
import { clientAddress } from '@parley/auth/client-address';
import { preparedRealtime } from './prepare-process.ts';

/** The headers of a request, whether Next or a Request holds them. */
export type RequestHeaders = Pick<Headers, 'get'>;

const MAX_USER_AGENT = 512;

/** Who a request comes from, for the router: its cookie or token, its address and its device. */
export function contextOf(headers: RequestHeaders, transport: RequestContext['transport']): RequestContext {
  const source = {
    transport,
    cookie: headers.get('cookie'),
    authorization: headers.get('authorization'),
    sessionId: null,
    address: clientAddress({ forwardedFor: headers.get('x-forwarded-for'), remoteAddress: null }),
    userAgent: headers.get('user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
  };
  return createContext(source, preparedRealtime());
}
