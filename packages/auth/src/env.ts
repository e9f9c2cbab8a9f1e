import { z } from 'zod';

const settings = z.object({
  AUTH_SECRET: z.string().min(32),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SIGNUP: z.enum(['invite', 'open']).default('invite'),
  REDIS_URL: z.string().optional(),
  METRICS_TOKEN: z.string().min(16).regex(/^\S+$/).optional(),
});

type SettingName = keyof z.infer<typeof settings>;

const remedies: Record<SettingName, string> = {
  AUTH_SECRET:
    'AUTH_SECRET must be set to at least 32 random characters, the same on every server: `openssl rand -base64 33` makes one.',
  PORT: 'PORT must be a port number from 1 to 65535.',
  PUBLIC_URL: 'PUBLIC_URL must be the address that people open, such as https://chat.example.com.',
  TRUSTED_PROXIES:
    'TRUSTED_PROXIES must be the number of proxies in front of the server that append to X-Forwarded-For, from 0 to 10.',
  SIGNUP: 'SIGNUP must be "invite" (people join by invitation) or "open" (anyone may make an account).',
  REDIS_URL: 'REDIS_URL must look like redis://host:6379.',
  METRICS_TOKEN:
    'METRICS_TOKEN must be at least 16 characters without a space: `openssl rand -hex 24` makes one. Leave it out to show metrics to this machine alone.',
};

const names = settings.keyof().options;

export interface AuthEnv {
  readonly secret: string;
  /** Scheme, host and port that people open, without a slash at the end. */
  readonly publicOrigin: string;
  /** People come over https, so cookies are Secure and carry the `__Host-` prefix. */
  readonly https: boolean;
  readonly trustedProxies: number;
  readonly signup: 'invite' | 'open';
  /** No other process serves this database, so what ends a session here ends it everywhere. */
  readonly oneProcess: boolean;
  /** What a reader of `/metrics` brings; undefined: only programs on this machine read them. */
  readonly metricsToken: string | undefined;
}

function parse(source: Readonly<Record<string, string | undefined>>): AuthEnv {
  const given = Object.fromEntries(names.filter((name) => source[name]).map((name) => [name, source[name]]));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
    throw new Error(
      names
        .filter((name) => wrong.has(name))
        .map((name) => remedies[name])
        .join(' '),
    );
  }
  const { AUTH_SECRET, PORT, PUBLIC_URL, TRUSTED_PROXIES, SIGNUP, REDIS_URL, METRICS_TOKEN } = result.data;
  const { origin, protocol } = new URL(PUBLIC_URL ?? `http://localhost:${PORT}`);
  return {
    secret: AUTH_SECRET,
    publicOrigin: origin,
    https: protocol === 'https:',
    trustedProxies: TRUSTED_PROXIES,
    signup: SIGNUP,
    oneProcess: REDIS_URL === undefined,
    metricsToken: METRICS_TOKEN,
  };
}

let known: { readonly from: string; readonly env: AuthEnv } | undefined;

/** The settings of signing in. A wrong or missing one throws an Error whose text says how to mend it. */
export function authEnv(source: Readonly<Record<string, string | undefined>> = process.env): AuthEnv {
  const from = names.map((name) => source[name] ?? '').join('\n');
  if (known?.from !== from) known = { from, env: parse(source) };
  return known.env;
}
