const bullet = /^( {0,3})([-*+]|(\d{1,9})[.)])(?:( {1,4})(?! )|( )|$)/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const task = /^\[([ xX])\] (?=\S)/;
const blank = /^\s*$/;

export interface Marker {
  /** How far the mark is set in. */
  outer: number;
  /** How far the item's own lines are set in. */
  indent: number;
  /** `-`, `*`, `+`, `.` or `)`: another one begins another list. */
  kind: string;
  start: number | null;
}

/** The lines of one item, without what sets them in. */
export interface GatheredItem {
  checked: boolean | null;
  lines: string[];
  /** The line behind it. */
  end: number;
}

/** Whether a line is a rule across the page, which may look like a list's mark. */
export function isRule(line: string): boolean {
  return rule.test(line);
}

/** The mark that a line begins with, or null where no item begins. */
export function markerOf(line: string): Marker | null {
  const found = bullet.exec(line);
  const mark = found?.[2];
  if (!found || !mark || isRule(line)) return null;
  const start = found[3] === undefined ? null : Number(found[3]);
  return { outer: found[1]?.length ?? 0, indent: found[0].length || mark.length, kind: mark.at(-1) ?? '', start };
}

/** Gathers the item whose mark stands at line `at`: two spaces suffice to set its lines in, whatever the mark. */
export function gatherItem(lines: readonly string[], at: number, marker: Marker): GatheredItem {
  const inside = [(lines[at] ?? '').slice(marker.indent)];
  let end = at + 1;
  for (let next = nextWritten(lines, end); next < lines.length; next = nextWritten(lines, end)) {
    const line = lines[next] ?? '';
    const indent = line.length - line.trimStart().length;
    if (indent < marker.outer + 2) break;
    for (; end < next; end += 1) inside.push('');
    inside.push(line.slice(Math.min(indent, marker.outer + Math.max(2, marker.indent - marker.outer))));
    end = next + 1;
  }
  return { ...withoutBox(inside), end: beforeNext(lines, end, marker.kind) };
}

/** The first line at or behind `from` with something in it. */
function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && blank.test(lines[at] ?? '')) at += 1;
  return at;
}

/** Blank lines between items do not end the list. */
function beforeNext(lines: readonly string[], end: number, kind: string): number {
  const next = nextWritten(lines, end);
  return markerOf(lines[next] ?? '')?.kind === kind ? next : end;
}

function withoutBox(lines: string[]): Omit<GatheredItem, 'end'> {
  const [first = '', ...others] = lines;
  const ticked = task.exec(first);
  if (!ticked) return { checked: null, lines };
  return { checked: ticked[1] !== ' ', lines: [first.slice(ticked[0].length), ...others] };
}
