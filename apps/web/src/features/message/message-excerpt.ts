import type { Block, Inline } from './markdown/ast.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';

const LONGEST = 280;

export interface ExcerptNames {
  person(id: string): string;
  channel(id: string): string;
  /** Of `:name:`. */
  emoji?(text: string): string;
}

/** A message's words on one line, without its format; `names` say who is called. */
export function messageExcerpt(body: string, names: ExcerptNames): string {
  const words = blocksText(parseMarkdown(body), names).replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

function blocksText(blocks: readonly Block[], names: ExcerptNames): string {
  return blocks.map((block) => blockText(block, names)).join(' ');
}

function blockText(block: Block, names: ExcerptNames): string {
  switch (block.type) {
    case 'code':
      return block.text;
    case 'quote':
      return blocksText(block.children, names);
    case 'list':
      return block.items.map((item) => `• ${blocksText(item.children, names)}`).join(' ');
    case 'table':
      return '(table)';
    case 'rule':
      return '';
    default:
      return inlineText(block.children, names);
  }
}

function inlineText(nodes: readonly Inline[], names: ExcerptNames): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'break':
          return ' ';
        case 'emoji':
          return names.emoji?.(node.text) ?? node.text;
        case 'person':
          return `@${names.person(node.id)}`;
        case 'channel':
          return `#${names.channel(node.id)}`;
        case 'everyone':
          return `@${node.name}`;
        case 'spoiler':
          return '(spoiler)';
        default:
          return 'children' in node ? inlineText(node.children, names) : node.text;
      }
    })
    .join('');
}
