import { Markdown } from '../message/markdown/markdown.tsx';
import { parseMarkdown } from '../message/markdown/parse-markdown.ts';

/** The text as it will look. */
export function ComposerPreview({ text }: { text: string }) {
  return (
    <div className="max-h-[40vh] overflow-y-auto whitespace-pre-wrap px-3.25 pt-1.75 pb-1 [overflow-wrap:anywhere]">
      <Markdown blocks={parseMarkdown(text)} />
    </div>
  );
}
