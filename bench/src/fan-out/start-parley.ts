import { createHub } from '@parley/realtime/create-hub';
import { encodeChannelEvent } from '@parley/realtime/encoded-event';
import { createRedisBus } from '@parley/realtime/redis/redis-bus';
import { startSocketServer } from '../process/start-socket-server.ts';
import { moveCounter } from '../scene/crowded-channel.ts';
import { sampleEvent } from '../scene/sample-message.ts';
import type { Contestant, Surroundings } from './contestant.ts';

/** Parley, whose channel also counts what the database says. */
export interface ParleyContestant extends Contestant {
  /** Opens the inboxes again. */
  readonly openInbox: { readonly text: string; readonly answers: number };
  /** Lets the database's counter catch up with what was told past it, so that real sends go on from there. */
  settleCounter(): Promise<void>;
  /** So many messages were sent through the database. */
  countSent(sent: number): void;
}

/** The socket server as it is deployed, with its database, and a second node that publishes as a web server does after a commit. */
export async function startParley({ redisUrl, databaseUrl, channel }: Surroundings): Promise<ParleyContestant> {
  const { port, child: server } = await startSocketServer({ redisUrl, databaseUrl });
  const reportError = (error: unknown): void => console.error(error);
  const bus = createRedisBus({ address: { kind: 'single', url: redisUrl }, reportError });
  const hub = createHub({ bus, reportError });
  const { channelId, workspaceId, people } = channel;
  const authorId = people[0]?.id ?? '';
  const openInbox = { text: subscribe(2, 'inbox', { workspaceId }), answers: 2 };
  let seq = 0;
  return {
    name: 'Parley',
    ...{ server, port, path: '/ws', signedIn: true, openInbox },
    greeting: [{ text: subscribe(1, 'message.onChange', { channelId }), answers: 1 }, openInbox],
    closeInbox: { text: JSON.stringify({ id: 2, method: 'subscription.stop' }), answers: 1 },
    publish: (body) => {
      seq += 1;
      hub.publishChannel(channelId, encodeChannelEvent(seq, sampleEvent({ channelId, authorId, seq }, body)));
    },
    settleCounter: () => moveCounter(channelId, seq),
    countSent: (sent) => {
      seq += sent;
    },
    close: async () => {
      hub.close();
      await bus.close();
    },
  };
}

function subscribe(id: number, procedure: string, input: object): string {
  return JSON.stringify({ id, method: 'subscription', params: { path: procedure, input } });
}
