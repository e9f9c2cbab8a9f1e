import path from 'node:path';
import { z } from 'zod';
import { projectFolder } from './project-folder.ts';

const settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  LISTEN_HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AUTH_SECRET: z.string().optional(),
  SEED: z.enum(['demo']).optional(),
});

const remedies: Record<keyof z.infer<typeof settings>, string> = {
  PORT: 'PORT must be a whole number from 1 to 65535. Set it right, or leave it out for 3000.',
  LISTEN_HOST: 'LISTEN_HOST must be the address to listen on, such as 127.0.0.1. Leave it out to listen on all.',
  PUBLIC_URL: 'PUBLIC_URL must be the address that people open, such as https://chat.example.com.',
  DATA_DIR: 'DATA_DIR must name a folder. Set it right, or leave it out for ./data.',
  DATABASE_URL:
    'DATABASE_URL must look like postgresql://user:password@host:5432/database. Set it right, or leave it out for the built-in database.',
  AUTH_SECRET: 'AUTH_SECRET must be text.',
  SEED: 'SEED knows one value, "demo": a company with a month of talk. Leave it out to begin empty.',
};

export interface Settings {
  port: number;
  /** The address to listen on; undefined: all of this machine's. */
  host: string | undefined;
  /** What people open, without a slash at the end. */
  publicUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Undefined: the built-in database. */
  databaseUrl: string | undefined;
  /** Undefined: the one made at the first start. */
  authSecret: string | undefined;
  seed: 'demo' | undefined;
  /** With reload, for those who work on Parley. */
  dev: boolean;
  /** The web app is being built right now: serve it when the starter says that it is done. */
  waitForWeb: boolean;
}

/** The settings of one process, from the environment and the command line. A wrong one throws a sentence. */
export function readSettings(source: NodeJS.ProcessEnv = process.env, argv: string[] = process.argv): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
    const sentences = settings.keyof().options.filter((name) => wrong.has(name));
    throw new Error(sentences.map((name) => remedies[name]).join('\n'));
  }
  const { data } = result;
  return {
    port: data.PORT,
    host: data.LISTEN_HOST,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(projectFolder(), data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    authSecret: data.AUTH_SECRET,
    seed: data.SEED,
    dev: argv.includes('--dev'),
    waitForWeb: argv.includes('--wait-for-web'),
  };
}

/** What the start has found out, for the copies of our packages that Next loads with the web app. */
export interface Decided {
  databaseUrl: string;
  authSecret: string;
}

/**
 * Writes the settings back to the environment, the one place that every copy of a package in this process reads. Call it
 * before Next or any package is used.
 */
export function publishSettings(own: Settings, { databaseUrl, authSecret }: Decided): void {
  Object.assign(process.env, {
    NODE_ENV: own.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(own.port),
    PUBLIC_URL: own.publicUrl,
    DATA_DIR: own.dataDir,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
  });
}
