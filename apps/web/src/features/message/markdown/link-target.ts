/** Longer addresses are not made into links. */
const LONGEST = 2_000;
const DEEPEST_PARENS = 4;
const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address of a link, or null for one that must not be followed: only http, https and mailto pass. */
export function safeHref(address: string): string | null {
  if (address.length > LONGEST) return null;
  try {
    // Browsers take a backslash for a slash, which would lead elsewhere than it reads.
    const url = new URL(address.replaceAll('\\', '%5C'));
    return allowed.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** What stands in `(…)` behind a link's text: the address, and where the text goes on. */
export interface LinkTarget {
  href: string;
  end: number;
}

/** Read and left out: a message shows where its links lead, not what they would call themselves. */
const title = /\s+(?:"(?:\\.|[^"\\\n]){0,200}"|'(?:\\.|[^'\\\n]){0,200}'|\((?:\\.|[^()\\\n]){0,200}\))\s*\)/y;

/** Reads `(address "title")` at `start`, or null where there is none that may be followed. */
export function readLinkTarget(text: string, start: number): LinkTarget | null {
  if (text[start] !== '(') return null;
  let at = start + 1;
  while (text[at] === ' ') at += 1;
  const pointed = text[at] === '<';
  const from = pointed ? at + 1 : at;
  const to = pointed ? endOfPointed(text, from) : endOfAddress(text, from);
  if (to < 0) return null;
  const href = safeHref(text.slice(from, to).replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  const end = href ? endOfTarget(text, pointed ? to + 1 : to) : -1;
  return href && end > 0 ? { href, end } : null;
}

function endOfPointed(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < LONGEST; at += 1) {
    const char = text[at];
    if (char === '>') return at;
    if (char === '<' || char === '\n') return -1;
  }
  return -1;
}

function endOfAddress(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length && at - from < LONGEST; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char <= ' ' || (char === ')' && depth === 0)) return at;
    else if (char === ')') depth -= 1;
    if (depth > DEEPEST_PARENS) return -1;
  }
  return -1;
}

/** Behind the address: an optional title and the closing bracket. */
function endOfTarget(text: string, at: number): number {
  title.lastIndex = at;
  if (title.test(text)) return title.lastIndex;
  let end = at;
  while (text[end] === ' ') end += 1;
  return text[end] === ')' ? end + 1 : -1;
}

const address = /(?:https?:\/\/|www\.)[^\s<]+/iy;
const mail = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/iy;

/** A bare address at `start`: what is shown of it, and where it leads; null where that must not be followed. */
export function readBareLink(text: string, start: number): { shown: string; href: string | null } | null {
  address.lastIndex = start;
  const found = address.exec(text)?.[0];
  if (found) {
    const shown = withoutTail(found);
    const href = safeHref(/^www\./i.test(shown) ? `http://${shown}` : shown);
    return href && /^(?:https?:\/\/[^/\s]|www\.[^.\s]+\.)/i.test(shown)
      ? { shown, href }
      : { shown: found, href: null };
  }
  mail.lastIndex = start;
  const person = mail.exec(text)?.[0];
  if (!person) return null;
  const shown = person.replace(/[-_]+$/, '');
  return { shown, href: `mailto:${shown}` };
}

/** Punctuation behind an address belongs to the sentence, and so does a bracket that was opened before it. */
function withoutTail(found: string): string {
  let end = found.length;
  let open = 0;
  for (const char of found) open += char === '(' ? 1 : char === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? '';
    if (last === ')' && open < 0) open += 1;
    else if (!/[?!.,:;*_~|'"\]]/.test(last)) break;
  }
  return found.slice(0, end);
}
