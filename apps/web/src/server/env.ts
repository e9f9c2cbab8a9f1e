import { z } from 'zod';

const settings = z.object({
  WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  FILES_URL: z.url({ protocol: /^https?$/ }).optional(),
  UPLOADTHING_TOKEN: z.string().optional(),
  NODE_ENV: z.string().default('production'),
});

const remedies: Partial<Record<string, string>> = {
  WS_URL:
    'WS_URL must be the address of the socket server, such as wss://ws.example.com/ws. Leave it out when it is /ws of this server.',
  FILES_URL:
    'FILES_URL must be the origin that files are read from, such as https://files.example.com. Leave it out when it is this server.',
};

export interface WebEnv {
  /** Where sockets are opened; undefined: at `/ws` beside the page. */
  readonly wsUrl: string | undefined;
  /** Origins that files are read from, beside this server. */
  readonly fileOrigins: readonly string[];
  /** Origins that files are sent to, beside this server. */
  readonly uploadOrigins: readonly string[];
  readonly development: boolean;
}

/** The settings of the web server alone. A wrong one throws a sentence that says how to mend it. */
export function webEnv(source: NodeJS.ProcessEnv = process.env): WebEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    throw new Error(result.error.issues.map(({ path, message }) => remedies[String(path[0])] ?? message).join('\n'));
  }
  const { WS_URL, FILES_URL, UPLOADTHING_TOKEN, NODE_ENV } = result.data;
  return {
    wsUrl: WS_URL,
    fileOrigins: [
      ...(FILES_URL ? [new URL(FILES_URL).origin] : []),
      ...(UPLOADTHING_TOKEN ? ['https://*.ufs.sh'] : []),
    ],
    uploadOrigins: UPLOADTHING_TOKEN ? ['https://*.ingest.uploadthing.com'] : [],
    development: NODE_ENV === 'development',
  };
}
