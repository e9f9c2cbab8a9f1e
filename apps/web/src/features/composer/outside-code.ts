/** Blocks of code between fences, also one that is open to the end, and code between backticks. */
const code =
  /(?:^|\n) {0,3}(?<fence>`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?)??(?:\n {0,3}\k<fence>[`~]*[ \t]*(?=\n|$)|$)|(?<!`)(?<ticks>`+)(?!`)[^`](?:[\s\S]*?[^`])??\k<ticks>(?!`)/gu;

/** Changes what stands outside of code in a text; code stays as it is. */
export function outsideCode(text: string, change: (part: string) => string): string {
  if (!text.includes('`') && !text.includes('~~~')) return change(text);
  let from = 0;
  let changed = '';
  for (const found of text.matchAll(code)) {
    changed += change(text.slice(from, found.index)) + found[0];
    from = found.index + found[0].length;
  }
  return changed + change(text.slice(from));
}
