import path from 'node:path';
import { encodeChannelEvent, toBusText } from '@parley/realtime/encoded-event';
import { createRedisBus } from '@parley/realtime/redis/redis-bus';
import { freePort } from '@parley/realtime/test/free-port';
import { channelTopic } from '@parley/realtime/topics';
import { Child } from '../process/child.ts';
import { sampleEvent } from '../scene/sample-message.ts';
import type { Contestant, Surroundings } from './contestant.ts';

const SERVER = path.join(import.meta.dirname, '..', 'programs', 'stock-trpc-server.ts');

/** tRPC's own WebSocket handler with superjson, told of each message over Redis. */
export async function startStockTrpc({ redisUrl, channel }: Surroundings): Promise<Contestant> {
  const port = await freePort();
  const server = new Child({ name: 'stock tRPC', script: SERVER, env: { PORT: String(port), REDIS_URL: redisUrl } });
  await server.ask('listen', null as never);
  const reportError = (error: unknown): void => console.error(error);
  const bus = createRedisBus({ address: { kind: 'single', url: redisUrl }, reportError });
  const { people } = channel;
  const authorId = people[0]?.id ?? '';
  // A channel of its own, so that what is told here does not also reach the other servers.
  const channelId = '0195a7c3-7b1e-7c55-a4f1-000000000001';
  let seq = 0;
  return {
    name: 'tRPC as it comes, with superjson',
    ...{ server, port, path: '/', signedIn: false },
    greeting: [
      { text: subscribe(1, 'onChange', { channelId }), answers: 1 },
      { text: subscribe(2, 'inbox', {}), answers: 2 },
    ],
    closeInbox: { text: JSON.stringify({ id: 2, method: 'subscription.stop' }), answers: 1 },
    publish: (body) => {
      seq += 1;
      bus.publish(
        channelTopic(channelId),
        toBusText(encodeChannelEvent(seq, sampleEvent({ channelId, authorId, seq }, body))),
      );
    },
    close: () => bus.close(),
  };
}

function subscribe(id: number, procedure: string, input: object): string {
  return JSON.stringify({ id, method: 'subscription', params: { path: procedure, input: { json: input } } });
}
