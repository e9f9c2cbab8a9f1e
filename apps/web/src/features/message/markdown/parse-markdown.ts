import type { Block, Inline } from './ast.ts';
import { parseBlocks } from './parse-blocks.ts';

interface Versioned {
  readonly id: string;
  readonly changeSeq: number;
  readonly body: string;
}

const REMEMBERED = 2_000;
/** A text of more pieces than this is shown as it was typed: drawing it would hold up everything else. */
const MOST_NODES = 4_000;
const parsed = new Map<string, Block[]>();

/** A message's body as blocks. Remembered by id and version, so that a message is parsed once however often it is shown. */
export function parseMessage({ id, changeSeq, body }: Versioned): Block[] {
  const key = `${id} ${changeSeq}`;
  const known = parsed.get(key);
  if (known) return known;
  const blocks = parseMarkdown(body);
  parsed.set(key, blocks);
  if (parsed.size > REMEMBERED) for (const oldest of [...parsed.keys()].slice(0, REMEMBERED / 4)) parsed.delete(oldest);
  return blocks;
}

/** A text as blocks; one that is built of too many pieces, as one paragraph of plain text. */
export function parseMarkdown(text: string): Block[] {
  const blocks = parseBlocks(text);
  if (blocks && countBlocks(blocks) <= MOST_NODES) return blocks;
  return [{ type: 'paragraph', children: [{ type: 'text', text }] }];
}

function countBlocks(blocks: readonly Block[]): number {
  let count = blocks.length;
  for (const block of blocks) {
    if (block.type === 'quote') count += countBlocks(block.children);
    else if (block.type === 'list') for (const item of block.items) count += 1 + countBlocks(item.children);
    else if (block.type === 'table') for (const row of [block.head, ...block.rows]) count += countCells(row);
    else if ('children' in block) count += countInline(block.children);
  }
  return count;
}

function countCells(row: readonly Inline[][]): number {
  return row.reduce((count, cell) => count + 1 + countInline(cell), 0);
}

function countInline(nodes: readonly Inline[]): number {
  return nodes.reduce((count, node) => count + 1 + ('children' in node ? countInline(node.children) : 0), 0);
}
