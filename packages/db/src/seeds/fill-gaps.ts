import type { WorkingDay } from './calendar.ts';
import { changes, parts, tables } from './northwind/word-tables.ts';
import { words } from './northwind/words.ts';
import type { Random } from './random.ts';

/** One for each week, the last for the current one. */
const versions = ['4.1.6', '4.1.7', '4.1.8', '4.2.0-rc.1', '4.2.0-rc.2', '4.2.0-rc.3', '4.2.0'];

const GAP = /\{([a-z][^{}\n]*)\}/gi;

function numbers(random: Random, day: WorkingDay): Record<string, () => string> {
  const between = (min: number, max: number) => () => String(random.int(min, max));
  return {
    n2: between(12, 80),
    // Tickets, builds and pull requests count up from day to day.
    n3: between(2_140 + day.index * 23, 2_162 + day.index * 23),
    ms: between(24, 180),
    fixes: between(4, 19),
    passed: between(405, 431),
    pr: () => `${random.pick(changes)} ${random.pick(parts)}`,
  };
}

function rowOf(random: Random, name: string): Record<string, string> {
  const table = tables.find(({ names }) => names.includes(name));
  if (!table) throw new Error(`No word is known for the gap {${name}}.`);
  const row = random.pick(table.rows);
  return Object.fromEntries(table.names.map((column, index) => [column, row[index] ?? '']));
}

/**
 * Fills the gaps of one scene of that day, the same gap with the same word throughout.
 */
export function gapFiller(random: Random, day: WorkingDay): (text: string) => string {
  const known: Record<string, string> = {
    version: versions[Math.min(day.week, versions.length - 2)] ?? '',
    next: versions[Math.min(day.week + 1, versions.length - 1)] ?? '',
  };
  const makers = numbers(random, day);
  const wordFor = (name: string): string => {
    if (known[name] === undefined) {
      const list = words[name];
      const made = list ? random.pick(list) : makers[name]?.();
      Object.assign(known, made === undefined ? rowOf(random, name) : { [name]: made });
    }
    return known[name] ?? '';
  };
  const fill = (text: string): string =>
    text.replaceAll(GAP, (_gap, inside: string) =>
      inside.includes('|') ? random.pick(inside.split('|')) : wordFor(inside),
    );
  return (text) => {
    let filled = fill(text);
    // A choice may hold gaps: those inside are filled first.
    for (let before = text; filled !== before; ) {
      before = filled;
      filled = fill(filled);
    }
    return filled;
  };
}
