import { z } from 'zod';

const settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3002),
  LISTEN_HOST: z.string().min(1).optional(),
});

const remedies: Record<keyof z.infer<typeof settings>, string> = {
  PORT: 'PORT must be a whole number from 1 to 65535. Set it right, or leave it out for 3002.',
  LISTEN_HOST: 'LISTEN_HOST must be the address to listen on, such as 127.0.0.1. Leave it out to listen on all.',
};

export interface WorkerEnv {
  /** The port of health and metrics. */
  readonly port: number;
  /** The address to listen on; undefined: all of this machine's. */
  readonly host: string | undefined;
}

/** The settings of a worker that is a process of its own. A wrong one throws a sentence that says how to mend it. */
export function workerEnv(source: NodeJS.ProcessEnv = process.env): WorkerEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
    const sentences = settings.keyof().options.filter((name) => wrong.has(name));
    throw new Error(sentences.map((name) => remedies[name]).join('\n'));
  }
  return { port: result.data.PORT, host: result.data.LISTEN_HOST };
}
