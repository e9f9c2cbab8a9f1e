import type { ReactNode } from 'react';
import type { Inline } from './ast.ts';
import { ChannelMention, EveryoneMention, PersonMention } from './mention.tsx';

/** Nodes of a text as elements. */
export function InlineNodes({ nodes }: { nodes: readonly Inline[] }): ReactNode {
  return nodes.map((node, index) => <InlineNode key={index.toString()} node={node} />);
}

function InlineNode({ node }: { node: Inline }): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'code':
      return <code className={codeStyle}>{node.text}</code>;
    case 'strong':
      return (
        <strong>
          <InlineNodes nodes={node.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <InlineNodes nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <del>
          <InlineNodes nodes={node.children} />
        </del>
      );
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" className={linkStyle}>
          <InlineNodes nodes={node.children} />
        </a>
      );
    case 'person':
      return <PersonMention id={node.id} />;
    case 'channel':
      return <ChannelMention id={node.id} />;
    case 'everyone':
      return <EveryoneMention name={node.name} />;
  }
}

const codeStyle = 'rounded-[5px] border border-line bg-code px-1 font-mono text-[0.866em] [box-decoration-break:clone]';
const linkStyle = 'text-accent underline-offset-2 hover:underline';
