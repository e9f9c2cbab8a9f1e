'use client';

import { IconButton } from '@parley/ui/icon-button';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from '../copy-text.ts';

export interface CodeBlockProps {
  language: string;
  text: string;
}

/** A block of code with its language and a button that copies it. Colours come when their code is loaded. */
export function CodeBlock({ language, text }: CodeBlockProps) {
  const coloured = useHighlighted(text, language);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1_500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="group/code relative my-1.5 max-w-full">
      <pre className="overflow-x-auto rounded-[9px] border border-line bg-code px-3.25 py-2.25 font-mono text-[0.8rem] leading-[1.55]">
        <code className="[overflow-wrap:normal]">{coloured ?? text}</code>
      </pre>
      <div className="absolute top-1 right-1 flex items-center gap-1 rounded-sm bg-code pl-1.5 opacity-0 transition-opacity focus-within:opacity-100 group-hover/code:opacity-100 pointer-coarse:opacity-100">
        {language ? <span className="text-2xs text-ink-3">{language}</span> : null}
        <IconButton
          label={copied ? 'Copied' : 'Copy code'}
          size="sm"
          onClick={async () => setCopied(await copyText(text))}
        >
          {copied ? <Check size={16} /> : <Copy size={16} />}
        </IconButton>
      </div>
    </div>
  );
}

function useHighlighted(text: string, language: string): ReactNode {
  const [coloured, setColoured] = useState<{ text: string; nodes: ReactNode } | null>(null);
  useEffect(() => {
    if (language === '') return undefined;
    let wanted = true;
    const show = (nodes: ReactNode) => {
      if (wanted && nodes) setColoured({ text, nodes });
    };
    void import('./highlight.tsx').then(({ highlight }) => highlight(text, language)).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [text, language]);
  return coloured?.text === text ? coloured.nodes : null;
}
