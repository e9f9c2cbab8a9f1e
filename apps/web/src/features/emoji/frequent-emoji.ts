import { StoredValue } from './stored-value.ts';

/** How often an emoji was used, and when last (ms). */
interface Use {
  readonly count: number;
  readonly at: number;
}

type Uses = Readonly<Record<string, Use>>;

/** What is offered to somebody who has used none yet. */
const usual = ['👍', '✅', '🎉', '👀', '❤️', '😄'];
const KEPT = 60;
/** A use counts half after so long, in milliseconds. */
const HALF_LIFE = 14 * 24 * 60 * 60_000;

const stored = new StoredValue<Uses>('parley.emoji-uses', (value) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Use] => isUse(entry[1])))
    : {},
);

function isUse(value: unknown): value is Use {
  if (typeof value !== 'object' || value === null || !('count' in value) || !('at' in value)) return false;
  return Number.isFinite(value.count) && Number.isFinite(value.at);
}

/** Notes that an emoji was used on this device. */
export function noteEmojiUse(emoji: string, now = Date.now()): void {
  const before = stored.read();
  const known = before[emoji];
  const next = { ...before, [emoji]: { count: (known ? faded(known, now) : 0) + 1, at: now } };
  const kept = Object.entries(next).toSorted(([, one], [, other]) => faded(other, now) - faded(one, now));
  stored.write(Object.fromEntries(kept.slice(0, KEPT)));
}

function faded({ count, at }: { count: number; at: number }, now: number): number {
  return count * 0.5 ** ((now - at) / HALF_LIFE);
}

/** The emoji used most of late on this device, filled up with the usual ones; a workspace's own (`:name:`) only if asked for. */
export function frequentEmoji(most: number, { own = false, now = Date.now() } = {}): string[] {
  const used = Object.entries(stored.read())
    .toSorted(([, one], [, other]) => faded(other, now) - faded(one, now))
    .map(([emoji]) => emoji)
    .filter((emoji) => own || !emoji.startsWith(':'));
  return [...new Set([...used, ...usual])].slice(0, most);
}
