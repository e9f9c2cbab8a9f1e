import { issueTicket } from '@parley/auth/ws-ticket';
import type { VerbContext } from '../trpc/context.ts';

/** A ticket that opens one socket for the caller's session within a minute, for pages that cannot send their cookie along. */
export async function issueWsTicket({ caller }: Pick<VerbContext, 'caller'>): Promise<{ ticket: string }> {
  return { ticket: await issueTicket(caller.session.id) };
}
