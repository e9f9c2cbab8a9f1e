/** Code within a line. */
export const codeStyle =
  'rounded-[5px] border border-line bg-code px-1 font-mono text-[0.866em] [box-decoration-break:clone]';

/** A button within a line that shows what is there only for who asks. */
export const askedStyle = 'select-none rounded-xs px-0.5 text-ink-2 text-xs underline-offset-2 hover:underline';
