import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Align, Block, Inline, ListItem } from './ast.ts';
import { CodeBlock } from './code-block.tsx';
import { Diagram } from './diagram.tsx';
import { InlineNodes } from './inline-nodes.tsx';
import { keyed } from './keyed.ts';

export interface MarkdownProps {
  blocks: readonly Block[];
  /** Stands behind the last words. */
  after?: ReactNode;
}

/** Blocks of a message as elements. Made from nodes alone, so that a text can bring no markup of its own. */
export function Markdown({ blocks, after = null }: MarkdownProps): ReactNode {
  const within = after !== null && blocks.at(-1)?.type === 'paragraph';
  return (
    <>
      {keyed(blocks, (block) => block.type).map(({ key, item }) => (
        <BlockNode key={key} block={item} after={within && item === blocks.at(-1) ? after : null} />
      ))}
      {within ? null : after}
    </>
  );
}

function BlockNode({ block, after }: { block: Block; after: ReactNode }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p className="not-first:mt-1.5">
          <InlineNodes nodes={block.children} />
          {after}
        </p>
      );
    case 'heading':
      return (
        <p
          role="heading"
          aria-level={block.level + 2}
          className={clsx(headings[block.level - 1], 'not-first:mt-2 font-semibold')}
        >
          <InlineNodes nodes={block.children} />
        </p>
      );
    case 'code':
      if (block.language === 'mermaid') return <Diagram text={block.text} />;
      return <CodeBlock language={block.language} text={block.text} />;
    case 'quote':
      return (
        <blockquote className="my-1 border-line-strong border-l-3 pl-3 text-ink-2">
          <Markdown blocks={block.children} />
        </blockquote>
      );
    case 'list':
      return <ListBlock start={block.start} items={block.items} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'rule':
      return <hr className="my-2.5 border-line" />;
  }
}

const headings = ['text-lg', 'text-lg', 'text-base', 'text-base', 'text-base', 'text-sm'];

function ListBlock({ start, items }: { start: number | null; items: readonly ListItem[] }) {
  const children = keyed(items, () => 'item').map(({ key, item }) => <ListItemNode key={key} item={item} />);
  if (start === null) return <ul className="my-1 list-disc pl-5.5 marker:text-ink-3">{children}</ul>;
  return (
    <ol start={start} className="my-1 list-decimal pl-6.5 marker:text-ink-3 marker:tabular-nums">
      {children}
    </ol>
  );
}

function ListItemNode({ item }: { item: ListItem }) {
  const ticked = item.checked;
  return (
    <li className={clsx('not-first:mt-0.5 pl-0.5', ticked !== null && 'relative -ml-5.5 list-none pl-6')}>
      {ticked === null ? null : (
        <input
          type="checkbox"
          checked={ticked}
          readOnly
          tabIndex={-1}
          aria-label={ticked ? 'Done' : 'To do'}
          className="pointer-events-none absolute top-[0.28em] left-0.5 size-3.5"
        />
      )}
      <Markdown blocks={item.children} />
    </li>
  );
}

const alignment: Record<NonNullable<Align>, string> = { left: 'text-left', center: 'text-center', right: 'text-right' };

function TableBlock({ block }: { block: Extract<Block, { type: 'table' }> }) {
  const cellStyle = (column: number) => {
    const align = block.align[column];
    return clsx('border-line border-b px-2.5 py-1 align-top', align && alignment[align]);
  };
  const cells = (row: readonly Inline[][], Cell: 'th' | 'td') =>
    keyed(row, () => 'cell').map(({ key, item: cell }, column) => (
      <Cell key={key} className={clsx(cellStyle(column), Cell === 'th' && !block.align[column] && 'text-left')}>
        <InlineNodes nodes={cell} />
      </Cell>
    ));
  return (
    <div className="my-1.5 w-fit max-w-full overflow-x-auto rounded-lg border border-line">
      <table className="text-sm">
        <thead className="bg-code">
          <tr>{cells(block.head, 'th')}</tr>
        </thead>
        <tbody className="[&>tr:last-child>td]:border-b-0">
          {keyed(block.rows, () => 'row').map(({ key, item }) => (
            <tr key={key}>{cells(item, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
