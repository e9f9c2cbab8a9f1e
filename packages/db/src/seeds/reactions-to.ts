import type { SceneLine } from './parse-scenes.ts';
import type { Random } from './random.ts';

/** Some are used more than others. */
const common = ['👍', '👍', '👍', '✅', '😄', '🎉', '👀', '🙏', '🚀', '💯'];
/** So many of the messages get a reaction that the scene does not tell of. */
const REACTED = 0.06;

/** An emoji that a handle set. */
export interface SaidReaction {
  at: number;
  handle: string;
  emoji: string;
}

interface Reacted {
  readonly line: SceneLine;
  readonly at: number;
  readonly handle: string;
  /** Who is there. */
  readonly people: readonly string[];
  /** When the day ends. */
  readonly until: number;
}

/** Who reacts to a message, and when: those whom the scene names, some more, and now and then somebody of their own. */
export function reactionsTo({ line, at, handle, people, until }: Reacted, random: Random): SaidReaction[] {
  const others = people.filter((other) => other !== handle && other !== 'deploybot');
  const told = line.reactions.flatMap(({ emoji, by, others: more }) => {
    const named = by.filter((one) => one !== handle);
    const rest = random.shuffle(others.filter((one) => !named.includes(one))).slice(0, more);
    return [...named, ...rest].map((one) => ({ emoji, handle: one }));
  });
  const own = random.chance(REACTED) ? random.shuffle(others).slice(0, random.int(1, 4)) : [];
  const emoji = random.pick(common);
  const all = told.length > 0 ? told : own.map((one) => ({ emoji, handle: one }));
  return all.map((one) => ({ ...one, at: Math.min(at + random.int(15_000, 6 * 60_000), until) }));
}
