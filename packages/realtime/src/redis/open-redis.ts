import type { RealtimeBackend } from '../realtime-backend.ts';
import type { RedisAddress } from '../redis-address.ts';
import type { ReportError } from '../report-error.ts';
import { connectRedis } from './connect-redis.ts';
import { createRedisBus } from './redis-bus.ts';
import { RedisGate } from './redis-gate.ts';
import { createRedisPresence } from './redis-presence.ts';
import { redisRateLimits } from './redis-rate-limits.ts';

/** Opens what a process shares with others over Redis: three connections, or three for each node of a cluster. */
export function openRedis(address: RedisAddress, reportError: ReportError): RealtimeBackend {
  const bus = createRedisBus({ address, reportError });
  const gate = new RedisGate(connectRedis(address, { name: 'commands', reportError }));
  const presence = createRedisPresence({ gate, reportError, publish: (topic, payload) => bus.publish(topic, payload) });
  return {
    bus,
    presence,
    rateLimits: redisRateLimits(gate),
    close: async () => {
      await presence.close();
      await bus.close();
      gate.client.disconnect();
    },
  };
}
