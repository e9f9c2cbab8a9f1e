import { z } from 'zod';

const settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
  LISTEN_HOST: z.string().min(1).optional(),
  WS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin))),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
});

const remedies: Record<keyof z.infer<typeof settings>, string> = {
  PORT: 'PORT must be a whole number from 1 to 65535. Set it right, or leave it out for 3001.',
  LISTEN_HOST: 'LISTEN_HOST must be the address to listen on, such as 127.0.0.1. Leave it out to listen on all.',
  WS_ORIGINS:
    'WS_ORIGINS must be the origins of further pages that may open sockets, such as https://chat.example.org, separated by commas.',
  RATE_LIMITS: 'RATE_LIMITS must be "on" or "off"; leave it out for "on".',
};

export interface WsEnv {
  /** The port of a socket server that is a process of its own. */
  readonly port: number;
  /** The address to listen on; undefined: all of this machine's. */
  readonly host: string | undefined;
  /** Origins beside the public one whose pages may open sockets. */
  readonly origins: readonly string[];
  /** Whether a socket's messages are counted. */
  readonly rateLimits: boolean;
}

/** The settings of the socket server. A wrong one throws a sentence that says how to mend it. */
export function wsEnv(source: NodeJS.ProcessEnv = process.env): WsEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
    const sentences = settings.keyof().options.filter((name) => wrong.has(name));
    throw new Error(sentences.map((name) => remedies[name]).join('\n'));
  }
  const { PORT, LISTEN_HOST, WS_ORIGINS, RATE_LIMITS } = result.data;
  return { port: PORT, host: LISTEN_HOST, origins: WS_ORIGINS, rateLimits: RATE_LIMITS === 'on' };
}
