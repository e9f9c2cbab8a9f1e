import type { Message } from '@parley/realtime/shapes';
import type { Block, Inline } from '../message/markdown/ast.ts';
import { parseMessage } from '../message/markdown/parse-markdown.ts';

const LONGEST = 500;

/** A message as it is read aloud: who, what, and what hangs on it. `name` gives a person's name. */
export function spokenText(message: Message, name: (id: string) => string): string {
  const words = spokenBlocks(parseMessage(message), name).replace(/\s+/g, ' ').trim();
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  const files = message.attachments.length;
  const extras = files === 0 ? '' : files === 1 ? ', with a file' : `, with ${files} files`;
  return `${message.author.displayName}: ${text}${extras}`;
}

function spokenBlocks(blocks: readonly Block[], name: (id: string) => string): string {
  return blocks.map((block) => spokenBlock(block, name)).join(' ');
}

function spokenBlock(block: Block, name: (id: string) => string): string {
  switch (block.type) {
    case 'code':
      return `code: ${block.text}`;
    case 'quote':
      return spokenBlocks(block.children, name);
    case 'list':
      return block.items.map((item) => spokenBlocks(item.children, name)).join(', ');
    case 'table':
      return 'a table';
    case 'rule':
      return '';
    default:
      return spokenInline(block.children, name);
  }
}

function spokenInline(nodes: readonly Inline[], name: (id: string) => string): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' ';
      if (node.type === 'person') return name(node.id);
      if (node.type === 'channel') return 'a channel';
      if (node.type === 'everyone') return node.name;
      if (node.type === 'spoiler') return 'a spoiler';
      if (node.type === 'formula') return 'a formula';
      return 'children' in node ? spokenInline(node.children, name) : node.text;
    })
    .join('');
}
