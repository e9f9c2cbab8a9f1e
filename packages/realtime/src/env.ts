import { z } from 'zod';
import type { RedisAddress } from './redis-address.ts';

export interface RealtimeEnv {
  /** Null: this process stands alone. */
  redis: RedisAddress | null;
  limits: boolean;
}

const redisUrl = z.url({ protocol: /^rediss?$/, hostname: /./ });
const settings = z.object({
  REDIS_URL: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(redisUrl)
        .refine((urls) => urls.length < 2 || urls.every((url) => url.startsWith(`${urls[0]?.split('//')[0]}//`))),
    ),
  RATE_LIMITS: z.enum(['', 'on', 'off']).default('on'),
});

const MENDING: Record<string, string> = {
  REDIS_URL:
    'REDIS_URL must be one address like redis://user:password@host:6379 (rediss:// with TLS), the addresses of a cluster ' +
    'separated by commas, or absent for a process that stands alone.',
  RATE_LIMITS: 'RATE_LIMITS must be "on" or "off"; leave it out for "on".',
};

/** Reads the settings of the realtime side. Throws an error that says how to mend the first wrong one. */
export function readRealtimeEnv(source: Record<string, string | undefined> = process.env): RealtimeEnv {
  const { data, error } = settings.safeParse(source);
  if (!data) throw new Error(MENDING[String(error.issues[0]?.path[0])] ?? error.message);
  const [first] = data.REDIS_URL;
  const single = first === undefined ? null : { kind: 'single' as const, url: first };
  return {
    redis: data.REDIS_URL.length > 1 ? { kind: 'cluster', urls: data.REDIS_URL } : single,
    limits: data.RATE_LIMITS !== 'off',
  };
}
