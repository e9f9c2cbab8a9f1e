/** The settings of a process of the product that is measured. */
export function productEnv(where: { port: number; databaseUrl: string; redisUrl: string }): Record<string, string> {
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(where.port),
    LISTEN_HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${where.port}`,
    DATABASE_URL: where.databaseUrl,
    REDIS_URL: where.redisUrl,
    AUTH_SECRET: 'a secret of these measurements alone, 32 letters',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
  };
}
