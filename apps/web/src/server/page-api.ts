import 'server-only';
import { createCaller } from '@parley/api/root';
import { createContext } from '@parley/api/trpc/create-context';
import { clientAddress } from '@parley/auth/client-address';
import { realtime } from '@parley/realtime/realtime';
import { headers } from 'next/headers';
import { cache } from 'react';

/** The context of the page that is being rendered; one for all its parts. */
export const pageContext = cache(async () => {
  const head = await headers();
  const source = {
    transport: 'http',
    cookie: head.get('cookie'),
    authorization: null,
    sessionId: null,
    address: clientAddress({ forwardedFor: head.get('x-forwarded-for'), remoteAddress: null }),
    userAgent: head.get('user-agent'),
  } as const;
  return createContext(source, realtime());
});

/** The API as the person who looks at the page may call it. */
export async function pageApi(): Promise<ReturnType<typeof createCaller>> {
  return createCaller(await pageContext());
}

/** Who looks at the page, or null. */
export async function pageCaller() {
  return (await pageContext()).authenticate();
}
