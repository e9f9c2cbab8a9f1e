import { answerPause, type WorkingDay } from './calendar.ts';
import { castScene } from './cast-scene.ts';
import { gapFiller } from './fill-gaps.ts';
import type { DemoChannel } from './northwind/channels.ts';
import { parseScenes, type SceneLine } from './parse-scenes.ts';
import type { Random } from './random.ts';
import { type ScheduledScene, scheduleScenes } from './schedule-scenes.ts';

const MINUTE_MS = 60_000;

/** One message, said at `at` (milliseconds since 1970) by a handle. */
export interface Said {
  at: number;
  handle: string;
  body: string;
  edit: { at: number; body: string } | undefined;
  deletedAt: number | undefined;
}

/** Who is there to speak at a time, those who speak most first. */
export type Presence = (at: number) => readonly string[];

function markdown(text: string, mention: (name: string) => string): string {
  return text
    .replaceAll("'''", '```')
    .replaceAll("''", '`')
    .replaceAll(/(^|[\s(])([@#][a-z][a-z-]*)/gm, (_all, before: string, name: string) => before + mention(name));
}

/** Now and then somebody forgets the full stop and comes back for it, or thinks better of what they said. */
function withSecondThought(said: Said, random: Random): Said {
  if (said.edit || said.deletedAt || said.handle === 'deploybot') return said;
  if (random.chance(0.004)) return { ...said, deletedAt: said.at + random.int(5_000, 40_000) };
  if (!/[a-z]\.$/.test(said.body) || !random.chance(0.02)) return said;
  return { ...said, body: said.body.slice(0, -1), edit: { at: said.at + random.int(8_000, 60_000), body: said.body } };
}

interface Telling {
  random: Random;
  mention: (name: string) => string;
  present: Presence;
}

function tell({ scene, day }: ScheduledScene, start: number, { random, mention, present }: Telling): Said[] {
  const cast = castScene(scene, present(start), random);
  const fill = gapFiller(random, day);
  const render = (text: string) =>
    markdown(fill(text), (name) => mention(name[0] === '@' ? `@${cast.get(name.slice(1)) ?? name.slice(1)}` : name));
  let at = start;
  return scene.lines.map((line: SceneLine, index) => {
    const sameSpeaker = scene.lines[index - 1]?.role === line.role;
    if (index > 0) at += line.role === 'bot' || sameSpeaker ? random.int(6_000, 70_000) : answerPause(random);
    const said = {
      at,
      handle: cast.get(line.role) ?? line.role,
      body: render(line.text),
      edit: line.editedTo ? { at: at + random.int(20_000, 4 * MINUTE_MS), body: render(line.editedTo) } : undefined,
      deletedAt: line.deleted ? at + random.int(10_000, 50_000) : undefined,
    };
    return withSecondThought(said, random);
  });
}

/** All that is said in a channel on these days, in order of time: one conversation after the other, none in the future. */
export function channelTalk(channel: DemoChannel, days: readonly WorkingDay[], telling: Telling): Said[] {
  const { random } = telling;
  const talk: Said[] = [];
  for (const scheduled of scheduleScenes(parseScenes(channel.scenes), { days, perDay: channel.perDay }, random)) {
    const busyUntil = (talk.at(-1)?.at ?? 0) + random.int(2 * MINUTE_MS, 9 * MINUTE_MS);
    const said = tell(scheduled, Math.max(scheduled.at, busyUntil), telling);
    const end = Math.max(...said.map((one) => Math.max(one.at, one.edit?.at ?? 0, one.deletedAt ?? 0)));
    if (end <= scheduled.day.closes) talk.push(...said);
  }
  return talk;
}
