import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Can this process listen on 127.0.0.1 there? Port 0 asks for any. Answers the port, or undefined when it is taken. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address ? address.port : undefined;
      probe.close(() => resolve(found));
    });
  });
}

/** The port remembered in the file when it is free, else any free one. */
export async function freePort(rememberedIn?: string): Promise<number> {
  const text = rememberedIn && existsSync(rememberedIn) ? readFileSync(rememberedIn, 'utf8').trim() : '';
  const remembered = /^\d{4,5}$/.test(text) ? await tryPort(Number(text)) : undefined;
  const port = remembered ?? (await tryPort(0));
  if (!port)
    throw new Error(
      'This machine has no free port on 127.0.0.1 for the database: close some programs and start again.',
    );
  return port;
}
