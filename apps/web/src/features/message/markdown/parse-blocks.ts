import type { Block, ListItem } from './ast.ts';
import { gatherItem, isRule, type Marker, markerOf } from './list-item.ts';
import { parseInline } from './parse-inline.ts';
import { readTable } from './table.ts';

/** Quotes and lists nested deeper than this are shown as text. */
const DEEPEST = 6;

const fence = /^( {0,3})(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
/** `$$` on a line of its own, before and behind the lines of a formula. */
const dollars = /^ {0,3}\$\$\s*$/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const quote = /^ {0,3}> ?/;
const blank = /^\s*$/;

/** A text of more parts than this is not taken apart: drawing it would hold up everything else. */
const MOST_PARTS = 2_500;

/**
 * A message's text as blocks, or null for one of too many parts. A single line break is a line break; there is no HTML
 * and no indented code. Takes time in proportion to the text.
 */
export function parseBlocks(text: string): Block[] | null {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n');
  const parts = { left: MOST_PARTS };
  const blocks = blocksOf(lines, { depth: 0, parts });
  return parts.left < 0 ? null : blocks;
}

/** A longer formula is shown as it was typed. */
const MOST_FORMULA_LINES = 60;

interface Place {
  depth: number;
  /** How many more parts there may be, in all. */
  parts: { left: number };
}

interface Reading extends Place {
  lines: readonly string[];
  blocks: Block[];
  /** Lines of the paragraph that is being gathered. */
  gathered: string[];
}

type Reader = (reading: Reading, at: number) => number;

/** Each reads a block that begins at line `at` and answers the line behind it, or `at` when none begins there. */
const readers: readonly Reader[] = [readFence, readFormula, readHeading, readRule, readQuote, readList, readTableBlock];

function blocksOf(lines: readonly string[], { depth, parts }: Place): Block[] {
  const reading: Reading = { lines, depth, parts, blocks: [], gathered: [] };
  for (let at = 0; at < lines.length && parts.left >= 0; ) {
    const line = lines[at] ?? '';
    if (blank.test(line)) {
      endParagraph(reading);
      at += 1;
      continue;
    }
    const next = readBlock(reading, at);
    if (next === at) reading.gathered.push(line);
    at = next === at ? at + 1 : next;
  }
  endParagraph(reading);
  return reading.blocks;
}

function readBlock(reading: Reading, at: number): number {
  for (const read of readers) {
    const next = read(reading, at);
    if (next > at) return next;
  }
  return at;
}

function endParagraph({ blocks, gathered, parts }: Reading): void {
  if (gathered.length === 0) return;
  parts.left -= 1;
  const text = gathered.map((line, index) => (index === 0 ? line.trimStart() : line)).join('\n');
  blocks.push({ type: 'paragraph', children: parseInline(text.trimEnd()) });
  gathered.length = 0;
}

function add(reading: Reading, block: Block): void {
  endParagraph(reading);
  reading.parts.left -= 1;
  reading.blocks.push(block);
}

function openFence(line: string): { indent: number; marks: string; info: string } | null {
  const opened = fence.exec(line);
  if (!opened) return null;
  const [, indent = '', ticks, behindTicks = '', waves = '', behindWaves = ''] = opened;
  const ticked = ticks !== undefined;
  return { indent: indent.length, marks: ticked ? ticks : waves, info: ticked ? behindTicks : behindWaves };
}

function readFence(reading: Reading, at: number): number {
  const opened = openFence(reading.lines[at] ?? '');
  if (!opened) return at;
  const { indent, marks, info } = opened;
  const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`);
  let end = at + 1;
  while (end < reading.lines.length && !closing.test(reading.lines[end] ?? '')) end += 1;
  const language = info.trim().split(/\s/)[0] ?? '';
  const setIn = new RegExp(`^ {0,${indent}}`);
  const text = reading.lines.slice(at + 1, end).map((line) => line.replace(setIn, ''));
  add(reading, { type: 'code', language: language.toLowerCase(), text: text.join('\n') });
  return Math.min(end + 1, reading.lines.length);
}

function readFormula(reading: Reading, at: number): number {
  const { lines } = reading;
  if (!dollars.test(lines[at] ?? '')) return at;
  const most = Math.min(lines.length, at + MOST_FORMULA_LINES);
  let end = at + 1;
  while (end < most && !dollars.test(lines[end] ?? '')) end += 1;
  const text = lines
    .slice(at + 1, end)
    .join('\n')
    .trim();
  if (end === most || text === '') return at;
  add(reading, { type: 'paragraph', children: [{ type: 'formula', text }] });
  return end + 1;
}

function readHeading(reading: Reading, at: number): number {
  const found = heading.exec(reading.lines[at] ?? '');
  if (!found?.[1] || !found[2]) return at;
  add(reading, { type: 'heading', level: found[1].length, children: parseInline(found[2].trim()) });
  return at + 1;
}

function readRule(reading: Reading, at: number): number {
  if (!isRule(reading.lines[at] ?? '')) return at;
  add(reading, { type: 'rule' });
  return at + 1;
}

function readQuote(reading: Reading, at: number): number {
  if (reading.depth >= DEEPEST || !quote.test(reading.lines[at] ?? '')) return at;
  const inside: string[] = [];
  let end = at;
  for (; end < reading.lines.length; end += 1) {
    const line = reading.lines[end] ?? '';
    if (!quote.test(line)) break;
    inside.push(line.replace(quote, ''));
  }
  add(reading, { type: 'quote', children: blocksOf(inside, { depth: reading.depth + 1, parts: reading.parts }) });
  return end;
}

function readList(reading: Reading, at: number): number {
  const first = reading.depth < DEEPEST ? markerOf(reading.lines[at] ?? '') : null;
  if (!first || !mayBeginList(reading, at, first)) return at;
  const place = { depth: reading.depth + 1, parts: reading.parts };
  const items: ListItem[] = [];
  let end = at;
  for (let marker: Marker | null = first; marker?.kind === first.kind && place.parts.left >= 0; ) {
    const item = gatherItem(reading.lines, end, marker);
    items.push({ checked: item.checked, children: blocksOf(item.lines, place) });
    end = item.end;
    marker = markerOf(reading.lines[end] ?? '');
  }
  add(reading, { type: 'list', start: first.start, items });
  return end;
}

/** Within a paragraph only an item that says something begins a list, and a number only if it is 1: it may be a year. */
function mayBeginList({ gathered, lines }: Reading, at: number, marker: Marker): boolean {
  if (gathered.length === 0) return true;
  return (marker.start ?? 1) === 1 && !blank.test((lines[at] ?? '').slice(marker.indent));
}

function readTableBlock(reading: Reading, at: number): number {
  const table = readTable(reading.lines, at);
  if (!table) return at;
  reading.parts.left -= table.cells;
  add(reading, table.block);
  return table.end;
}
