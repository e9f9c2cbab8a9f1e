import { prepared } from '@parley/db/query';
import { newToken, tokenHash } from './session-tokens.ts';

const TICKET_SECONDS = 60;
const ticketPattern = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.[\w-]{43}$/;

const insertTicket = prepared<{ identifier: string }>({
  name: 'auth_insert_ticket',
  text: `INSERT INTO "VerificationToken" (identifier, token, expires)
    VALUES ($1, $2, now() + ${TICKET_SECONDS} * interval '1 second')
    RETURNING identifier`,
});

const takeTicket = prepared<{ alive: boolean }>({
  name: 'auth_take_ticket',
  text: `DELETE FROM "VerificationToken" WHERE identifier = $1 AND token = $2 RETURNING expires > now() AS alive`,
});

function identifierOf(sessionId: string): string {
  return `ws-ticket:${sessionId}`;
}

/** A ticket that opens one socket for this session within a minute, for pages that cannot send their cookie along. */
export async function issueTicket(sessionId: string): Promise<string> {
  const ticket = `${sessionId}.${newToken()}`;
  await insertTicket([identifierOf(sessionId), tokenHash(ticket)]);
  return ticket;
}

/** The session of a ticket that is presented for the first time and in time; otherwise null. It never works again. */
export async function redeemTicket(ticket: string): Promise<string | null> {
  const sessionId = ticketPattern.exec(ticket)?.[1];
  if (sessionId === undefined) return null;
  const [taken] = await takeTicket([identifierOf(sessionId), tokenHash(ticket)]);
  return taken?.alive ? sessionId : null;
}
