import type { Align, Block } from './ast.ts';
import { parseInline } from './parse-inline.ts';

const MOST_COLUMNS = 24;
const MOST_ROWS = 300;
const delimiter = /^ {0,3}\|?(?: *:?-+:? *\|)* *:?-+:? *\|? *$/;

export interface Table {
  block: Block;
  cells: number;
  /** The line behind it. */
  end: number;
}

/** Reads a table whose head stands at line `at`, or answers null. */
export function readTable(lines: readonly string[], at: number): Table | null {
  const top = readHead(lines[at] ?? '', lines[at + 1] ?? '');
  if (!top) return null;
  const { names, align } = top;
  let end = at + 2;
  const rows = [];
  for (; end < lines.length && rows.length < MOST_ROWS; end += 1) {
    const line = lines[end] ?? '';
    if (!line.includes('|')) break;
    const cells = cellsOf(line).slice(0, names.length);
    rows.push(names.map((_, column) => parseInline(cells[column] ?? '')));
  }
  const block: Block = { type: 'table', align, head: names.map(parseInline), rows };
  return { block, cells: (rows.length + 1) * names.length, end };
}

/** The columns' names and sides, or null where the two lines do not begin a table. */
function readHead(head: string, under: string): { names: string[]; align: Align[] } | null {
  if (!head.includes('|') || !under.includes('-') || under.length > 2_000 || !delimiter.test(under)) return null;
  const names = cellsOf(head);
  const align = cellsOf(under).map(alignOf);
  return names.length === align.length && names.length <= MOST_COLUMNS ? { names, align } : null;
}

function alignOf(cell: string): Align {
  const left = cell.startsWith(':');
  const right = cell.endsWith(':');
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : null;
}

/** The cells of a row, parted at each `|` that is not escaped. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const row = line.trim();
  for (let at = row.startsWith('|') ? 1 : 0; at < row.length; at += 1) {
    const char = row[at] ?? '';
    if (char === '\\' && row[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  if (cell.trim() !== '' || !row.endsWith('|')) cells.push(cell.trim());
  return cells;
}
