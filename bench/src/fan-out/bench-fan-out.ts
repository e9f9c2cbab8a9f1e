import type { HttpSender } from '../process/http-sender.ts';
import { makeCrowdedChannel } from '../scene/crowded-channel.ts';
import { compareFanOut } from './compare-fan-out.ts';
import { Audience, type Contestant } from './contestant.ts';
import type { FanOutFigure, ParleyFigure } from './figures.ts';
import { measureParley } from './measure-parley.ts';
import { startParley } from './start-parley.ts';
import { startSocketIo } from './start-socket-io.ts';
import { startStockTrpc } from './start-stock-trpc.ts';

export interface FanOutOptions {
  readonly subscribers: readonly number[];
  readonly redisUrl: string;
  readonly databaseUrl: string;
  readonly sender: HttpSender;
  readonly say: (line: string) => void;
}

export interface FanOutFigures {
  readonly all: readonly FanOutFigure[];
  readonly parley: readonly ParleyFigure[];
}

/** Compares how fast one channel's messages reach many subscribers: Parley, Socket.IO and stock tRPC, in turns. */
export async function benchFanOut(options: FanOutOptions): Promise<FanOutFigures> {
  const all: FanOutFigure[] = [];
  const parley: ParleyFigure[] = [];
  for (const subscribers of options.subscribers) {
    options.say(`  Fan-out to ${subscribers} subscribers ...`);
    const figures = await benchSize(subscribers, options);
    all.push(...figures.all);
    parley.push(figures.parley);
  }
  return { all, parley };
}

async function benchSize(
  subscribers: number,
  { redisUrl, databaseUrl, sender }: FanOutOptions,
): Promise<{ all: FanOutFigure[]; parley: ParleyFigure }> {
  const channel = await makeCrowdedChannel(subscribers);
  const surroundings = { redisUrl, databaseUrl, channel };
  const audiences: Audience[] = [];
  const admit = <T extends Contestant>(contestant: T): { audience: Audience; contestant: T } => {
    const audience = new Audience(contestant);
    audiences.push(audience);
    return { audience, contestant };
  };
  try {
    const { audience, contestant: parley } = admit(await startParley(surroundings));
    admit(await startSocketIo(surroundings));
    admit(await startStockTrpc(surroundings));
    const all = await compareFanOut(audiences, channel);
    return { all, parley: await measureParley({ audience, parley, channel, sender }) };
  } finally {
    await Promise.all(audiences.map((audience) => audience.close()));
  }
}
