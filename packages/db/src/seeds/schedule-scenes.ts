import type { WorkingDay } from './calendar.ts';
import type { Scene } from './parse-scenes.ts';
import type { Random } from './random.ts';

/** A last scene begins so long before the end of work, and nothing else begins so shortly before it. */
const LAST_MS = 40 * 60_000;

export interface ScheduledScene {
  scene: Scene;
  /** Not before this time, in milliseconds since 1970. */
  at: number;
  day: WorkingDay;
}

function times(days: readonly WorkingDay[], perDay: number, random: Random): { at: number; day: WorkingDay }[] {
  return days.flatMap((day) => {
    const count = Math.max(0, Math.round(perDay + (random.next() - 0.5) * Math.min(perDay * 1.2, 4)));
    return Array.from({ length: count }, () => ({ at: random.int(day.opens, day.closes), day })).sort(
      (one, other) => one.at - other.at,
    );
  });
}

/** Which slots get a scene that does not recur: spread evenly, none too many. */
function positions(count: number, slots: number, random: Random): Set<number> {
  const step = slots / Math.max(count, 1);
  return new Set(Array.from({ length: count }, (_, index) => Math.floor((index + random.next()) * step)));
}

/** Spreads a channel's scenes over the days, about `perDay` on each; what does not recur comes once, or twice with gaps. */
export function scheduleScenes(
  scenes: readonly Scene[],
  { days, perDay }: { days: readonly WorkingDay[]; perDay: number },
  random: Random,
): ScheduledScene[] {
  const recurring = scenes.filter((scene) => scene.recurring);
  const last = scenes.find((scene) => scene.last);
  const single = scenes.filter((scene) => !scene.recurring && !scene.last);
  const deck = [...random.shuffle(single), ...random.shuffle(single.filter((scene) => scene.hasGaps))];
  const slots = times(days, perDay, random);
  const special = positions(Math.min(deck.length, slots.length), slots.length, random);
  const filled = slots.flatMap((slot, index) => {
    const scene = special.has(index) ? deck.shift() : undefined;
    if (scene) return [{ ...slot, scene }];
    return recurring.length > 0 ? [{ ...slot, scene: random.pick(recurring) }] : [];
  });
  const end = days.findLast(({ opens, closes }) => closes - opens > 2 * LAST_MS);
  if (!last || !end) return filled;
  const finale = { scene: last, at: end.closes - LAST_MS, day: end };
  const before = filled.filter(({ at, day }) => day !== end || at < finale.at - LAST_MS);
  return [...before, finale].sort((one, other) => one.at - other.at);
}
