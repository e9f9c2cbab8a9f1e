import { sendMessage } from '@parley/api/message/send-message';
import type { VerbContext } from '@parley/api/trpc/context';
import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { realtime } from '@parley/realtime/realtime';
import type { HttpSender } from '../process/http-sender.ts';
import { CrowdSocket } from '../programs/crowd-socket.ts';
import { callerOf } from '../scene/caller-of.ts';
import type { Person } from '../scene/company.ts';
import { sampleBody } from '../scene/sample-message.ts';

/** Sends a message as one of the writers; resolves when it is acknowledged, which is after COMMIT. */
export type Send = (writer: number, channelId: string) => Promise<unknown>;

/** The least that a durable send can be: one prepared statement through bare `pg`. */
export function bareSend(people: readonly Person[]): Send {
  const text = `WITH counted AS (UPDATE "Channel" SET seq = seq + 1 WHERE id = $2 RETURNING seq)
    INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
    SELECT $1, $2, $3, seq, seq, $4, $5 FROM counted RETURNING seq, "createdAt"`;
  return (writer, channelId) => {
    const values = [newId(), channelId, people[writer]?.id, sampleBody, newId()];
    return pool().query({ name: 'bare_send', text, values });
  };
}

/** The product's verb, in this process: rights, nonce, number, read position, event. */
export function verbSend(people: readonly Person[]): Send {
  const contexts = people.map(({ id }): VerbContext => ({ caller: callerOf(id), realtime: realtime() }));
  return (writer, channelId) => {
    const ctx = contexts[writer];
    if (!ctx) throw new Error(`There is no writer ${writer}.`);
    return sendMessage(ctx, { channelId, body: sampleBody, nonce: newId() });
  };
}

/** The API over HTTP, at the web app. */
export function httpSend(people: readonly Person[], sender: HttpSender): Send {
  return (writer, channelId) =>
    sender.send(people[writer]?.token ?? '', { channelId, body: sampleBody, nonce: newId() });
}

/** The API over WebSocket, a socket for each writer, at the socket server. */
export async function socketSend(people: readonly Person[], port: number): Promise<{ send: Send; close: () => void }> {
  const sockets = await Promise.all(
    people.map(({ token }) => CrowdSocket.open({ port, path: '/ws', token }, { onText: () => undefined })),
  );
  // A server does not keep a new socket that says nothing.
  for (const socket of sockets) await socket.say('PING', 1);
  const send: Send = (writer, channelId) => {
    const input = { channelId, body: sampleBody, nonce: newId() };
    const call = { id: 1, method: 'mutation', params: { path: 'message.send', input } };
    return sockets[writer]?.say(JSON.stringify(call), 1) ?? Promise.reject(new Error(`There is no writer ${writer}.`));
  };
  const close = (): void => {
    for (const socket of sockets) socket.close();
  };
  return { send, close };
}
