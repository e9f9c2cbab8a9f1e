import { closeRealtime } from '@parley/realtime/realtime';
import { benchFanOut, type FanOutFigures } from './fan-out/bench-fan-out.ts';
import { HttpSender } from './process/http-sender.ts';
import { startRedis } from './process/redis.ts';
import { startSocketServer } from './process/start-socket-server.ts';
import { startWeb } from './process/start-web.ts';
import { surroundings } from './report/surroundings.ts';
import { tablesOf } from './report/tables.ts';
import { judge } from './report/targets.ts';
import { startDurableDatabase } from './scene/durable-database.ts';
import { benchSends, type SendFigure } from './sends/bench-sends.ts';

const SUBSCRIBERS = [100, 1_000, 5_000];

const say = (line: string): void => console.log(line);

interface Backends {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

async function measureAll(backends: Backends): Promise<{ sends: SendFigure[]; fanOut: FanOutFigures }> {
  const web = await startWeb(backends);
  const sockets = await startSocketServer(backends);
  const sender = new HttpSender(web.port);
  try {
    const sends = await benchSends({ sender, socketPort: sockets.port, say });
    await sockets.child.stop();
    const fanOut = await benchFanOut({ subscribers: SUBSCRIBERS, ...backends, sender, say });
    return { sends, fanOut };
  } finally {
    sender.close();
    await Promise.all([web.child.stop(), sockets.child.stop()]);
  }
}

async function main(): Promise<void> {
  const database = await startDurableDatabase();
  const redis = await startRedis();
  const tidyUp = async (): Promise<void> => {
    await closeRealtime();
    redis.stop();
    await database.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void tidyUp().finally(() => process.exit(130)));
  }
  try {
    say('\n  Measuring; this takes some six minutes, on a machine that does nothing else.');
    const { sends, fanOut } = await measureAll({ databaseUrl: database.url, redisUrl: redis.url });
    for (const line of ['', ...tablesOf(fanOut, sends, judge(fanOut, sends)), '', ...(await surroundings())]) say(line);
  } finally {
    await tidyUp();
  }
}

await main();
