import type { ReactNode } from 'react';
import type { Inline } from './ast.ts';
import { EmojiByName } from './emoji-by-name.tsx';
import { Formula } from './formula.tsx';
import { codeStyle } from './inline-styles.ts';
import { keyed } from './keyed.ts';
import { ChannelMention, EveryoneMention, PersonMention } from './mention.tsx';
import { Spoiler } from './spoiler.tsx';

/** Nodes of a text as elements. */
export function InlineNodes({ nodes }: { nodes: readonly Inline[] }): ReactNode {
  return keyed(nodes, (node) => node.type).map(({ key, item }) => <InlineNode key={key} node={item} />);
}

function InlineNode({ node }: { node: Inline }): ReactNode {
  if ('children' in node) return <SpanNode node={node} />;
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'code':
      return <code className={codeStyle}>{node.text}</code>;
    case 'emoji':
      return <EmojiByName text={node.text} tip />;
    case 'formula':
      return <Formula text={node.text} />;
    case 'person':
      return <PersonMention id={node.id} />;
    case 'channel':
      return <ChannelMention id={node.id} />;
    case 'everyone':
      return <EveryoneMention name={node.name} />;
  }
}

const styles = { strong: 'strong', emphasis: 'em', strike: 'del', spoiler: Spoiler } as const;

/** What is laid over other nodes. */
function SpanNode({ node }: { node: Extract<Inline, { children: unknown }> }) {
  const children = <InlineNodes nodes={node.children} />;
  if (node.type === 'link') {
    return (
      <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" className={linkStyle}>
        {children}
      </a>
    );
  }
  const Style = styles[node.type];
  return <Style>{children}</Style>;
}

const linkStyle = 'text-accent underline-offset-2 hover:underline';
