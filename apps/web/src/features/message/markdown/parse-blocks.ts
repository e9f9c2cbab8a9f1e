import type { Block, ListItem } from './ast.ts';
import { parseInline } from './parse-inline.ts';
import { readTable } from './table.ts';

/** Quotes and lists nested deeper than this are shown as text. */
const DEEPEST = 6;

const fence = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const quote = /^ {0,3}> ?/;
const bullet = /^( {0,3})([-*+]|(\d{1,9})[.)])(?:( {1,4})(?! )|( )|$)/;
const task = /^\[([ xX])\] (?=\S)/;
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
const readers: readonly Reader[] = [readFence, readHeading, readRule, readQuote, readList, readTableBlock];

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

function readFence(reading: Reading, at: number): number {
  const opened = fence.exec(reading.lines[at] ?? '');
  if (!opened?.[1]) return at;
  const marks = opened[1];
  const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`);
  let end = at + 1;
  while (end < reading.lines.length && !closing.test(reading.lines[end] ?? '')) end += 1;
  const language = (opened[2] ?? '').trim().split(/\s/)[0] ?? '';
  add(reading, { type: 'code', language: language.toLowerCase(), text: reading.lines.slice(at + 1, end).join('\n') });
  return Math.min(end + 1, reading.lines.length);
}

function readHeading(reading: Reading, at: number): number {
  const found = heading.exec(reading.lines[at] ?? '');
  if (!found?.[1] || !found[2]) return at;
  add(reading, { type: 'heading', level: found[1].length, children: parseInline(found[2].trim()) });
  return at + 1;
}

function readRule(reading: Reading, at: number): number {
  if (!rule.test(reading.lines[at] ?? '')) return at;
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

interface Marker {
  /** How far the mark is set in. */
  outer: number;
  /** How far the item's own lines are set in. */
  indent: number;
  /** `-`, `*`, `+`, `.` or `)`: another one begins another list. */
  kind: string;
  start: number | null;
}

function markerOf(line: string): Marker | null {
  const found = bullet.exec(line);
  const mark = found?.[2];
  if (!found || !mark || rule.test(line)) return null;
  const start = found[3] === undefined ? null : Number(found[3]);
  return { outer: found[1]?.length ?? 0, indent: found[0].length || mark.length, kind: mark.at(-1) ?? '', start };
}

function readList(reading: Reading, at: number): number {
  const first = markerOf(reading.lines[at] ?? '');
  if (!first || reading.depth >= DEEPEST) return at;
  const interrupts = reading.gathered.length > 0;
  if (interrupts && (first.start ?? 1) !== 1) return at;
  const items: ListItem[] = [];
  let end = at;
  for (let marker: Marker | null = first; marker?.kind === first.kind && reading.parts.left >= 0; ) {
    const item = readItem(reading, end, marker);
    if (interrupts && items.length === 0 && item.empty) return at;
    items.push(item.item);
    end = item.end;
    marker = end < reading.lines.length ? markerOf(reading.lines[end] ?? '') : null;
  }
  add(reading, { type: 'list', start: first.start, items });
  return end;
}

function readItem(
  { lines, depth, parts }: Reading,
  at: number,
  marker: Marker,
): { item: ListItem; end: number; empty: boolean } {
  const inside = [(lines[at] ?? '').slice(marker.indent)];
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const indent = indentOf(line);
    if (blank.test(line)) {
      const next = lines[end + 1] ?? '';
      if (blank.test(next) || indentOf(next) < marker.outer + 2) break;
      inside.push('');
    } else if (indent >= marker.outer + 2) inside.push(line.slice(Math.min(indent, marker.indent)));
    else break;
  }
  const ticked = task.exec(inside[0] ?? '');
  if (ticked) inside[0] = (inside[0] ?? '').slice(ticked[0].length);
  // Blank lines between items do not end the list.
  let behind = end;
  while (behind < lines.length && blank.test(lines[behind] ?? '')) behind += 1;
  if (behind > end && markerOf(lines[behind] ?? '')?.kind === marker.kind) end = behind;
  const children = blocksOf(inside, { depth: depth + 1, parts });
  return { item: { checked: ticked ? ticked[1] !== ' ' : null, children }, end, empty: children.length === 0 };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function readTableBlock(reading: Reading, at: number): number {
  const table = readTable(reading.lines, at);
  if (!table) return at;
  reading.parts.left -= table.cells;
  add(reading, table.block);
  return table.end;
}
