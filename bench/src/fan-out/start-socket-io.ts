import path from 'node:path';
import { connectSingle } from '@parley/realtime/redis/connect-redis';
import { freePort } from '@parley/realtime/test/free-port';
import { createAdapter } from '@socket.io/redis-adapter';
import { Server } from 'socket.io';
import { Child } from '../process/child.ts';
import { sampleEvent } from '../scene/sample-message.ts';
import type { Contestant, Surroundings } from './contestant.ts';

const SERVER = path.join(import.meta.dirname, '..', 'programs', 'socket-io-server.ts');

/** Socket.IO: a node with the sockets, and another one that emits, joined by the Redis adapter. */
export async function startSocketIo({ redisUrl, channel }: Surroundings): Promise<Contestant> {
  const port = await freePort();
  const server = new Child({ name: 'Socket.IO', script: SERVER, env: { PORT: String(port), REDIS_URL: redisUrl } });
  await server.ask('listen', null as never);
  const reportError = (error: unknown): void => console.error(error);
  const clients = ['publish', 'subscribe'].map((name) => connectSingle(redisUrl, { name, reportError }));
  const node = new Server({ adapter: createAdapter(clients[0], clients[1]) });
  const { channelId, people } = channel;
  const authorId = people[0]?.id ?? '';
  let seq = 0;
  return {
    name: 'Socket.IO with its Redis adapter',
    ...{ server, port, path: '/socket.io/?EIO=4&transport=websocket', signedIn: false },
    greeting: [{ text: '40', answers: 1 }],
    closeInbox: null,
    publish: (body) => {
      seq += 1;
      node.to('channel').emit('change', seq, sampleEvent({ channelId, authorId, seq }, body));
    },
    close: () => {
      for (const client of clients) client.disconnect();
      return Promise.resolve();
    },
  };
}
