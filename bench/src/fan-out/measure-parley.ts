import { newId } from '@parley/db/ids';
import type { HttpSender } from '../process/http-sender.ts';
import type { Lateness } from '../programs/crowd.ts';
import type { CrowdedChannel } from '../scene/crowded-channel.ts';
import type { Audience } from './contestant.ts';
import type { ParleyFigure } from './figures.ts';
import { measureLatency } from './measure-latency.ts';
import { saturate } from './saturate.ts';
import type { ParleyContestant } from './start-parley.ts';

const TIMED_MS = 5_000;
const ROUND_MS = 2_500;

export interface ParleyRun {
  readonly audience: Audience;
  readonly parley: ParleyContestant;
  readonly channel: CrowdedChannel;
  readonly sender: HttpSender;
}

/** Measures what only Parley has: sends through the database, and an inbox beside the channel on every socket. */
export async function measureParley(run: ParleyRun): Promise<ParleyFigure> {
  const { audience, parley } = run;
  await parley.settleCounter();
  const sent = await timeSends(run);
  await audience.say(parley.openInbox);
  const sentWithInbox = await timeSends(run);
  return { subscribers: audience.size, sent, sentWithInbox, withInbox: await saturate(audience, ROUND_MS) };
}

async function timeSends({ audience, parley, channel, sender }: ParleyRun): Promise<Lateness> {
  const { channelId, people } = channel;
  let count = 0;
  const lateness = await measureLatency(audience, TIMED_MS, (body) => {
    count += 1;
    return sender.send(people[0]?.token ?? '', { channelId, body, nonce: newId() });
  });
  parley.countSent(count);
  return lateness;
}
