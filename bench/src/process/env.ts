import { z } from 'zod';

const settings = z.object({ PORT: z.coerce.number(), REDIS_URL: z.url() });

/** What a measured server is told. */
export function benchEnv(): { readonly port: number; readonly redisUrl: string } {
  const { PORT, REDIS_URL } = settings.parse(process.env);
  return { port: PORT, redisUrl: REDIS_URL };
}
