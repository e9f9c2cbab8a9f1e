import { answerPause, type WorkingDay } from './calendar.ts';
import { castScene } from './cast-scene.ts';
import { gapFiller } from './fill-gaps.ts';
import type { DemoChannel } from './northwind/channels.ts';
import { parseScenes, type SceneLine } from './parse-scenes.ts';
import type { Random } from './random.ts';
import { reactionsTo, type SaidReaction } from './reactions-to.ts';
import { type ScheduledScene, scheduleScenes } from './schedule-scenes.ts';

const MINUTE_MS = 60_000;
/** So many of the conversations go on in a thread. */
const THREADED = 0.22;

/** One message, said at `at` (milliseconds since 1970) by a handle. */
export interface Said {
  at: number;
  handle: string;
  body: string;
  edit: { at: number; body: string } | undefined;
  deletedAt: number | undefined;
  /** The message in whose thread it was said. */
  root: Said | undefined;
  reactions: readonly SaidReaction[];
  pinned: { at: number; by: string } | undefined;
}

/** Who is there to speak at a time, those who speak most first. */
export type Presence = (at: number) => readonly string[];

function markdown(text: string, mention: (name: string) => string): string {
  return text
    .replaceAll("'''", '```')
    .replaceAll("''", '`')
    .replaceAll(/(^|[\s(])([@#][a-z][a-z-]*)/gm, (_all, before: string, name: string) => before + mention(name));
}

/** How long until somebody goes on, in milliseconds. A last scene has no time for meetings. */
function pauseBefore({ scene }: ScheduledScene, line: SceneLine, { random }: Telling): number {
  const before = scene.lines[scene.lines.indexOf(line) - 1];
  if (line.role === 'bot' || before?.role === line.role) return random.int(6_000, 70_000);
  return scene.last ? random.int(12_000, 150_000) : answerPause(random);
}

/** Now and then somebody forgets the full stop and comes back for it, or thinks better of what they said. */
function withSecondThought(said: Said, random: Random): Said {
  if (said.edit || said.deletedAt || said.handle === 'deploybot') return said;
  if (said.reactions.length === 0 && !said.root && random.chance(0.004))
    return { ...said, deletedAt: said.at + random.int(5_000, 40_000) };
  if (!/[a-z]\.$/.test(said.body) || !random.chance(0.02)) return said;
  return { ...said, body: said.body.slice(0, -1), edit: { at: said.at + random.int(8_000, 60_000), body: said.body } };
}

interface Telling {
  random: Random;
  mention: (name: string) => string;
  present: Presence;
}

function tell(scheduled: ScheduledScene, start: number, telling: Telling): Said[] {
  const { scene, day } = scheduled;
  const { random, mention, present } = telling;
  const cast = castScene(scene, present(start), random);
  const fill = gapFiller(random, day);
  const render = (text: string) =>
    markdown(fill(text), (name) => mention(name[0] === '@' ? `@${cast.get(name.slice(1)) ?? name.slice(1)}` : name));
  const threaded = !scene.recurring && !scene.last && scene.lines.length > 2 && random.chance(THREADED);
  let at = start;
  let root: Said | undefined;
  return scene.lines.map((line: SceneLine, index) => {
    if (index > 0) at += pauseBefore(scheduled, line, telling);
    const handle = cast.get(line.role) ?? line.role;
    const inThread = root !== undefined && (line.inThread || threaded);
    const said: Said = {
      at,
      handle,
      body: render(line.text),
      edit: line.editedTo ? { at: at + random.int(20_000, 4 * MINUTE_MS), body: render(line.editedTo) } : undefined,
      deletedAt: line.deleted ? at + random.int(10_000, 50_000) : undefined,
      root: inThread ? root : undefined,
      reactions: line.deleted ? [] : reactionsTo({ line, at, handle, people: present(at), until: day.closes }, random),
      pinned: line.pinnedBy
        ? { at: Math.min(at + random.int(20_000, 90_000), day.closes), by: line.pinnedBy }
        : undefined,
    };
    const kept = threaded ? said : withSecondThought(said, random);
    if (!inThread) root = kept;
    return kept;
  });
}

/** All that is said in a channel on these days, in order of time: one conversation after the other, none in the future. */
export function channelTalk(channel: DemoChannel, days: readonly WorkingDay[], telling: Telling): Said[] {
  const { random } = telling;
  let talk: Said[] = [];
  for (const scheduled of scheduleScenes(parseScenes(channel.scenes), { days, perDay: channel.perDay }, random)) {
    const busyUntil = (talk.at(-1)?.at ?? 0) + random.int(2 * MINUTE_MS, 9 * MINUTE_MS);
    const { last } = scheduled.scene;
    // The last scene comes at its time, whatever was being said.
    if (last) talk = talk.filter((one) => (one.root ?? one).at < scheduled.at && one.at < scheduled.at);
    const said = tell(scheduled, last ? scheduled.at : Math.max(scheduled.at, busyUntil), telling);
    const end = Math.max(...said.map((one) => Math.max(one.at, one.edit?.at ?? 0, one.deletedAt ?? 0)));
    if (end <= scheduled.day.closes) talk.push(...said);
  }
  return talk;
}
