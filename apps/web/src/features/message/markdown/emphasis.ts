import type { Inline, Style } from './ast.ts';

/** A piece of a line: something to show, or a run of `*`, `_`, `~` or `|` that may open or close. */
export type Piece = { node: Inline } | Run;

export interface Run {
  char: string;
  count: number;
  canOpen: boolean;
  canClose: boolean;
  /** How many characters stood here at first; the rule of three needs it. */
  first: number;
}

/** Deeper nesting is shown without the further styles. */
const DEEPEST = 8;

/** A style, and how many characters of each run it takes. */
interface Pairing {
  type: Style;
  length: number;
}

const isSpace = (char: string) => char === '' || /\s/u.test(char);
const isMark = (char: string) => /[\p{P}\p{S}]/u.test(char);

/** Whether a run leans on `inner`: CommonMark's left-flanking, or mirrored its right-flanking. */
function leansOn(inner: string, outer: string): boolean {
  return !isSpace(inner) && (!isMark(inner) || isSpace(outer) || isMark(outer));
}

/** A run of delimiters between two characters, with CommonMark's rules on what it may do there. */
export function delimiterRun(run: string, before: string, after: string): Run {
  const char = run[0] ?? '';
  const left = leansOn(after, before);
  const right = leansOn(before, after);
  // Within a word these are text: `snake_case`, and `a||b` in code.
  const between = char === '_' || char === '|';
  return {
    char,
    count: run.length,
    first: run.length,
    canOpen: left && (!between || !right || isMark(before)),
    canClose: right && (!between || !left || isMark(after)),
  };
}

function isRun(piece: Piece | undefined): piece is Run {
  return piece !== undefined && 'char' in piece;
}

/** Styles whose runs must be equally long, and are used up whole. */
const whole = new Map<string, Style>([
  ['~', 'strike'],
  ['|', 'spoiler'],
]);

function styleOf(opener: Run, closer: Run): Pairing | null {
  const type = whole.get(opener.char);
  if (type) return opener.count === closer.count ? { type, length: opener.count } : null;
  const odd = (opener.canClose || closer.canOpen) && (opener.first + closer.first) % 3 === 0;
  if (odd && (opener.first % 3 !== 0 || closer.first % 3 !== 0)) return null;
  return opener.count >= 2 && closer.count >= 2 ? { type: 'strong', length: 2 } : { type: 'emphasis', length: 1 };
}

/** A style's beginning or end, before or behind a piece. */
interface Mark {
  style: Style;
  other: number;
}

/** Pairs the runs of delimiters and answers the nodes. Takes time in proportion to the pieces. */
export function resolveEmphasis(pieces: readonly Piece[]): Inline[] {
  const runs = pieces.map((piece) => (isRun(piece) ? { ...piece } : piece));
  const opens = new Map<number, Mark[]>();
  const closes = new Map<number, Mark[]>();
  /** Open runs, by place. */
  const stack: number[] = [];
  /** For each kind of closer, how far down the stack there is nothing for it. */
  const bottoms = new Map<string, number>();
  for (const [place, closer] of runs.entries()) {
    if (!isRun(closer)) continue;
    if (closer.canClose) closeRuns({ runs, stack, bottoms, opens, closes }, place);
    if (closer.canOpen && closer.count > 0) stack.push(place);
  }
  return buildTree(runs, opens, closes);
}

interface Resolving {
  runs: readonly Piece[];
  stack: number[];
  bottoms: Map<string, number>;
  opens: Map<number, Mark[]>;
  closes: Map<number, Mark[]>;
}

function closeRuns({ runs, stack, bottoms, opens, closes }: Resolving, place: number): void {
  const closer = runs[place];
  if (!isRun(closer)) return;
  const kind = `${closer.char}${closer.canOpen}${closer.first % 3}${whole.has(closer.char) ? closer.count : ''}`;
  while (closer.count > 0) {
    const bottom = bottoms.get(kind) ?? 0;
    const found = findOpener(runs, { stack, bottom }, closer);
    if (!found) {
      bottoms.set(kind, stack.length);
      return;
    }
    const { depth, style } = found;
    const from = stack[depth] ?? 0;
    const opener = runs[from];
    if (!isRun(opener)) return;
    stack.length = depth + 1;
    for (const [name, low] of bottoms) if (low > depth) bottoms.set(name, depth);
    opener.count -= style.length;
    closer.count -= style.length;
    push(opens, from, { style: style.type, other: place });
    push(closes, place, { style: style.type, other: from });
    if (opener.count === 0) stack.length = depth;
  }
}

function findOpener(runs: readonly Piece[], { stack, bottom }: { stack: number[]; bottom: number }, closer: Run) {
  for (let depth = stack.length - 1; depth >= bottom; depth -= 1) {
    const opener = runs[stack[depth] ?? 0];
    if (!isRun(opener) || opener.char !== closer.char || opener.count === 0) continue;
    const style = styleOf(opener, closer);
    if (style) return { depth, style };
  }
  return null;
}

function push(marks: Map<number, Mark[]>, place: number, mark: Mark): void {
  const known = marks.get(place);
  if (known) known.push(mark);
  else marks.set(place, [mark]);
}

function buildTree(runs: readonly Piece[], opens: Map<number, Mark[]>, closes: Map<number, Mark[]>): Inline[] {
  const root: Inline[] = [];
  const path: Inline[][] = [root];
  let skipped = 0;
  const close = () => {
    if (skipped > 0) skipped -= 1;
    else path.pop();
  };
  const open = (type: Style) => {
    if (path.length > DEEPEST) {
      skipped += 1;
      return;
    }
    const children: Inline[] = [];
    path.at(-1)?.push({ type, children });
    path.push(children);
  };
  for (const [place, piece] of runs.entries()) {
    for (const _ of closes.get(place) ?? []) close();
    const into = path.at(-1) ?? root;
    if (!isRun(piece)) into.push(piece.node);
    else if (piece.count > 0) into.push({ type: 'text', text: piece.char.repeat(piece.count) });
    for (const mark of (opens.get(place) ?? []).toReversed()) open(mark.style);
  }
  return root;
}
