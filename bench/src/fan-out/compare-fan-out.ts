import type { Lateness } from '../programs/crowd.ts';
import { median } from '../report/median.ts';
import type { CrowdedChannel } from '../scene/crowded-channel.ts';
import type { Audience } from './contestant.ts';
import type { FanOutFigure } from './figures.ts';
import { measureLatency } from './measure-latency.ts';
import { measureMemory } from './measure-memory.ts';
import { saturate, type Throughput } from './saturate.ts';

const ROUNDS = 3;
const ROUND_MS = 2_500;
const TIMED_MS = 5_000;
const TIMED_PER_SECOND = 20;

/** Measures all audiences in turns, the first one being Parley's. */
export async function compareFanOut(audiences: readonly Audience[], channel: CrowdedChannel): Promise<FanOutFigure[]> {
  const memory = new Map<Audience, number>();
  for (const audience of audiences) {
    memory.set(audience, await measureMemory(audience, channel.people.length, channel));
    await audience.say(audience.contestant.closeInbox);
  }
  const rounds: Throughput[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured: Throughput[] = [];
    for (const audience of audiences) measured.push(await saturate(audience, ROUND_MS));
    rounds.push(measured);
  }
  const figures: FanOutFigure[] = [];
  for (const [index, audience] of audiences.entries()) {
    const own = rounds.flatMap((round) => round[index] ?? []);
    const throughput = medians(own);
    figures.push({
      name: audience.contestant.name,
      subscribers: audience.size,
      ...throughput,
      parleyTimes: median(rounds.map((round) => ratio(round[0], round[index]))),
      bytesPerSocket: memory.get(audience) ?? Number.NaN,
      latency: await latencyOf(audience, throughput),
    });
  }
  return figures;
}

function medians(rounds: readonly Throughput[]): Throughput {
  return {
    deliveriesPerSecond: median(rounds.map(({ deliveriesPerSecond }) => deliveriesPerSecond)),
    cpuMsPerThousand: median(rounds.map(({ cpuMsPerThousand }) => cpuMsPerThousand)),
  };
}

function ratio(one: Throughput | undefined, other: Throughput | undefined): number {
  return (one?.deliveriesPerSecond ?? Number.NaN) / (other?.deliveriesPerSecond ?? Number.NaN);
}

/** Beyond its capacity a server falls behind for ever, and there is no latency to tell. */
async function latencyOf(audience: Audience, { deliveriesPerSecond }: Throughput): Promise<Lateness | null> {
  if (audience.size * TIMED_PER_SECOND > deliveriesPerSecond * 0.8) return null;
  return measureLatency(audience, TIMED_MS, (body) => audience.contestant.publish(body));
}
