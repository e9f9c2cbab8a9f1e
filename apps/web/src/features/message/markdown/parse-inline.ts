import type { Inline } from './ast.ts';
import { delimiterRun, type Piece, resolveEmphasis } from './emphasis.ts';
import { readBareLink, readLinkTarget, safeHref } from './link-target.ts';
import { nextShortcode, readShortcode } from './shortcode.ts';

/** More pieces than this in one text are no message that anybody reads: the rest is shown as it was typed. */
const MOST_PIECES = 3_000;

const special = /[\\`*_~|$[\]<\n]/;
/** In short stretches, since each is searched for addresses. */
const plain = /[^\\`*_~|$[\]<\n]{1,400}/y;
/** A longer formula is shown as it was typed. */
const LONGEST_FORMULA = 2_000;
const wordStart = /(?:^|[^\w.+-])(?=https?:\/\/|www\.|[\w.+-]+@)/iy;
const mention = /<(?:@([0-9a-f-]{36})|#([0-9a-f-]{36})|!(channel|here))>/y;
const pointed = /<((?:https?:\/\/|mailto:|[\w.+-]{1,64}@)[^\s<>]+)>/iy;
const ticks = /`+/g;

/** The text of one block as nodes. Takes time in proportion to its length, whatever it says. */
export function parseInline(text: string): Inline[] {
  if (text === '') return [];
  return new InlineParser(text).parse();
}

class InlineParser {
  readonly #text: string;
  readonly #pieces: Piece[] = [];
  /** Where `[` stands among the pieces. */
  readonly #brackets: number[] = [];
  #at = 0;
  #buffer = '';
  /** Where the last emoji by name ended: another may follow at once. */
  #emojiEnd = -1;
  /** Where the next `$$` stands, as far as is known; -1 when there is none. */
  #dollars = 0;
  /** Of each length of a run of backticks, the places; made when first needed. */
  #tickRuns: Map<number, number[]> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Inline[] {
    while (this.#at < this.#text.length) {
      if (this.#pieces.length > MOST_PIECES) {
        this.#buffer += this.#text.slice(this.#at);
        break;
      }
      this.#step(this.#text[this.#at] ?? '');
    }
    this.#flush();
    return merged(resolveEmphasis(this.#pieces));
  }

  #step(char: string): void {
    if (this.#readLink() || this.#readEmoji()) return;
    if (!special.test(char)) this.#readPlain();
    else if (char === '\\') this.#readEscape();
    else if (char === '\n') this.#readBreak();
    else if (char === '`') this.#readCode();
    else if (char === '<') this.#readPointed();
    else if (char === '$') this.#readFormula();
    else if (char === '[') this.#openBracket();
    else if (char === ']') this.#closeBracket();
    else this.#readRun(char);
  }

  /** `:name:` of an emoji. Whether there is one of that name is seen when it is drawn. */
  #readEmoji(): boolean {
    const text = readShortcode(this.#text, this.#at, this.#at === this.#emojiEnd);
    if (text === null) return false;
    this.#add({ type: 'emoji', text });
    this.#at += text.length;
    this.#emojiEnd = this.#at;
    return true;
  }

  /** Plain text up to the next special character, address or emoji. */
  #readPlain(): void {
    plain.lastIndex = this.#at;
    const run = plain.exec(this.#text)?.[0] ?? this.#text[this.#at] ?? '';
    const start = nextAddress(run);
    const end = nextShortcode(this.#text, this.#at, this.#at + (start > 0 ? start : run.length));
    this.#buffer += this.#text.slice(this.#at, end);
    this.#at = end;
  }

  /** A bare address, where a word begins. */
  #readLink(): boolean {
    wordStart.lastIndex = Math.max(0, this.#at - 1);
    if (!wordStart.test(this.#text) || (wordStart.lastIndex !== this.#at && this.#at !== 0)) return false;
    const link = readBareLink(this.#text, this.#at);
    if (!link) return false;
    if (link.href) this.#add({ type: 'link', href: link.href, children: [{ type: 'text', text: link.shown }] });
    else this.#buffer += link.shown;
    this.#at += link.shown.length;
    return true;
  }

  #readEscape(): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') this.#at += 1;
    else if (/[!-/:-@[-`{-~]/.test(next)) {
      this.#buffer += next;
      this.#at += 2;
    } else {
      this.#buffer += '\\';
      this.#at += 1;
    }
  }

  #readBreak(): void {
    this.#buffer = this.#buffer.replace(/ +$/, '');
    this.#add({ type: 'break' });
    this.#at += 1;
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  #readCode(): void {
    const from = this.#at;
    let length = 1;
    while (this.#text[from + length] === '`') length += 1;
    const end = this.#nextTicks(length, from + length);
    if (end === undefined) {
      this.#buffer += '`'.repeat(length);
      this.#at += length;
      return;
    }
    const inner = this.#text.slice(from + length, end).replaceAll('\n', ' ');
    const padded = inner.length > 2 && inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
    this.#add({ type: 'code', text: padded ? inner.slice(1, -1) : inner });
    this.#at = end + length;
  }

  #nextTicks(length: number, from: number): number | undefined {
    if (!this.#tickRuns) {
      this.#tickRuns = new Map();
      for (const run of this.#text.matchAll(ticks)) {
        const places = this.#tickRuns.get(run[0].length);
        if (places) places.push(run.index);
        else this.#tickRuns.set(run[0].length, [run.index]);
      }
      for (const places of this.#tickRuns.values()) places.reverse();
    }
    const places = this.#tickRuns.get(length) ?? [];
    while (places.length > 0 && (places.at(-1) ?? 0) < from) places.pop();
    return places.at(-1);
  }

  #readPointed(): void {
    mention.lastIndex = this.#at;
    const named = mention.exec(this.#text);
    if (named) {
      const [all, person, channel, name] = named;
      if (person) this.#add({ type: 'person', id: person });
      else if (channel) this.#add({ type: 'channel', id: channel });
      else this.#add({ type: 'everyone', name: name === 'here' ? 'here' : 'channel' });
      this.#at += all.length;
      return;
    }
    pointed.lastIndex = this.#at;
    const found = pointed.exec(this.#text);
    const href = found?.[1] ? safeHref(/^[\w.+-]+@/.test(found[1]) ? `mailto:${found[1]}` : found[1]) : null;
    if (found?.[1] && href) {
      this.#add({ type: 'link', href, children: [{ type: 'text', text: found[1].replace(/^mailto:/i, '') }] });
      this.#at += found[0].length;
    } else {
      this.#buffer += '<';
      this.#at += 1;
    }
  }

  /** LaTeX between `$$` and `$$`. */
  #readFormula(): void {
    const from = this.#at + 2;
    const end = this.#text.startsWith('$$', this.#at) ? this.#nextDollars(from) : -1;
    const inner = end > from && end - from <= LONGEST_FORMULA ? this.#text.slice(from, end).trim() : '';
    if (inner === '') {
      this.#buffer += '$';
      this.#at += 1;
      return;
    }
    this.#add({ type: 'formula', text: inner });
    this.#at = end + 2;
  }

  /** The place of the next `$$`, or -1. Looked for once more only when it has been passed. */
  #nextDollars(from: number): number {
    if (this.#dollars !== -1 && this.#dollars < from) this.#dollars = this.#text.indexOf('$$', from);
    return this.#dollars;
  }

  #openBracket(): void {
    this.#flush();
    this.#brackets.push(this.#pieces.length);
    this.#pieces.push({ node: { type: 'text', text: '[' } });
    this.#at += 1;
  }

  #closeBracket(): void {
    const opened = this.#brackets.pop();
    const target = opened === undefined ? null : readLinkTarget(this.#text, this.#at + 1);
    if (opened === undefined || !target) {
      this.#buffer += ']';
      this.#at += 1;
      return;
    }
    this.#flush();
    const inside = this.#pieces.splice(opened).slice(1);
    const children = withoutLinks(merged(resolveEmphasis(inside)));
    this.#brackets.length = 0;
    this.#add({
      type: 'link',
      href: target.href,
      children: children.length > 0 ? children : [{ type: 'text', text: target.href }],
    });
    this.#at = target.end;
  }

  #readRun(char: string): void {
    let length = 1;
    while (this.#text[this.#at + length] === char) length += 1;
    const run = this.#text.slice(this.#at, this.#at + length);
    const before = lastCharacter(this.#text, this.#at);
    const after = String.fromCodePoint(this.#text.codePointAt(this.#at + length) ?? 32);
    this.#at += length;
    if ((char === '~' && length > 2) || (char === '|' && length !== 2)) {
      this.#buffer += run;
      return;
    }
    this.#flush();
    this.#pieces.push(delimiterRun(run, before, after));
  }

  #add(node: Inline): void {
    this.#flush();
    this.#pieces.push({ node });
  }

  #flush(): void {
    if (this.#buffer !== '') this.#pieces.push({ node: { type: 'text', text: this.#buffer } });
    this.#buffer = '';
  }
}

const addressStart = /(?:https?:\/\/|www\.)|@/gi;
const notInMail = /[^\w.+-]/g;

/** Where in plain text an address may begin, or -1. A mail address begins before its `@`. */
function nextAddress(run: string): number {
  addressStart.lastIndex = 0;
  for (let found = addressStart.exec(run); found; found = addressStart.exec(run)) {
    const before = run[found.index - 1] ?? '';
    if (found[0] !== '@') {
      if (found.index > 0 && !/[\w.+-]/.test(before)) return found.index;
      continue;
    }
    const start = startOfWord(run, found.index);
    if (start > 0 && start < found.index) return start;
  }
  return -1;
}

function startOfWord(run: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < 64) {
    notInMail.lastIndex = 0;
    if (notInMail.test(run[start - 1] ?? ' ')) break;
    start -= 1;
  }
  return start;
}

function lastCharacter(text: string, end: number): string {
  if (end === 0) return ' ';
  const low = text.charCodeAt(end - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && end > 1;
  return text.slice(pair ? end - 2 : end - 1, end);
}

/** Neighbouring texts as one. */
function merged(nodes: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if ('children' in node) node.children = merged(node.children);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else result.push(node);
  }
  return result;
}

/** Links inside a link's text are shown as their text. */
function withoutLinks(nodes: Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'link') return withoutLinks(node.children);
    return 'children' in node ? [{ ...node, children: withoutLinks(node.children) }] : [node];
  });
}
