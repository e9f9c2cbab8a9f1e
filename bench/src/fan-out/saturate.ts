import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../process/until.ts';
import { sharedNow, timedBody } from '../scene/sample-message.ts';
import type { Audience } from './contestant.ts';

/** So many deliveries are on their way at a time: enough that a server always has something to do, and no more than a second's work. */
const DELIVERIES_IN_FLIGHT = 16_000;
const FEWEST_MESSAGES_IN_FLIGHT = 3;
const MOST_MESSAGES_IN_FLIGHT = 16;
const WARM_UP_MS = 500;

export interface Throughput {
  readonly deliveriesPerSecond: number;
  /** CPU time of the server for 1,000 deliveries, in milliseconds. */
  readonly cpuMsPerThousand: number;
}

/** Publishes as fast as the server delivers for `ms` milliseconds. Throws when not everything arrives at everybody. */
export async function saturate(audience: Audience, ms: number): Promise<Throughput> {
  const { contestant, size, crowd } = audience;
  const before = await crowd.ask('count', null);
  const inFlight = messagesInFlight(size);
  audience.received = before;
  let published = 0;
  const publishMore = (): void => {
    while (published - (audience.received - before) / size < inFlight) {
      contestant.publish(timedBody(sharedNow()));
      published += 1;
    }
  };
  audience.onReceived = publishMore;
  publishMore();
  await pause(WARM_UP_MS);
  const start = await reading(audience);
  await pause(ms);
  const end = await reading(audience);
  audience.onReceived = () => undefined;
  await until(`everything came to the crowd of ${contestant.name}`, async () => {
    return (await crowd.ask('count', null)) >= before + published * size;
  });
  const deliveries = end.count - start.count;
  return {
    deliveriesPerSecond: (deliveries / (end.at - start.at)) * 1_000,
    cpuMsPerThousand: ((end.cpuMs - start.cpuMs) / deliveries) * 1_000,
  };
}

function messagesInFlight(size: number): number {
  const most = Math.min(MOST_MESSAGES_IN_FLIGHT, Math.floor(DELIVERIES_IN_FLIGHT / size));
  return Math.max(FEWEST_MESSAGES_IN_FLIGHT, most);
}

async function reading({ crowd, contestant }: Audience): Promise<{ at: number; count: number; cpuMs: number }> {
  const [count, { cpuMs }] = await Promise.all([crowd.ask('count', null), contestant.server.usage({ collect: false })]);
  return { at: performance.now(), count, cpuMs };
}
