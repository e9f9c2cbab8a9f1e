import { authenticate, type Caller } from '@parley/auth/authenticate';
import type { Realtime } from '@parley/realtime/realtime';
import { accountRouter } from '../src/account/account.router.ts';
import { authRouter } from '../src/auth/auth.router.ts';
import { createCallerFactory, router } from '../src/trpc/init.ts';
import { contextFor } from './world.ts';

const createCaller = createCallerFactory(router({ auth: authRouter, account: accountRouter }));

export type Visitor = ReturnType<typeof createCaller>;

export interface VisitorOptions {
  /** Sent as a bearer token, and looked up for each call as a server does. */
  readonly accessToken?: string;
  readonly address?: string | null;
  readonly userAgent?: string;
}

/** Somebody who calls the router from outside: with a token that is really looked up, or without one. */
export function visit(
  realtime: Realtime,
  { accessToken, address = '192.0.2.1', userAgent }: VisitorOptions = {},
): Visitor {
  const lookUp = async (): Promise<Caller | null> =>
    authenticate({ cookie: null, authorization: accessToken === undefined ? null : `Bearer ${accessToken}` });
  return createCaller({
    ...contextFor(realtime, null),
    authenticate: lookUp,
    address,
    userAgent: userAgent ?? null,
  });
}
