import { outsideCode } from './outside-code.ts';

/** What stands in a sent text for a person or a channel. */
const tokens = /<([@#])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>/g;
const everybody = /<!(channel|here)>/g;
const written = /(?<![\p{L}\p{N}_@#/<&;.-])([@#])([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?)/gu;
const special = /[$()*+.?[\\\]^{|}]/g;
/** What may not follow a name: it would be another, longer one. */
const NAME_ENDS = '(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])';

export interface NamedThings {
  /** The names to choose from, the nicest first; none while the person or channel is not known. */
  namesOf(sign: '@' | '#', id: string): readonly string[];
  /** Whom or what somebody means who wrote this name by hand. */
  idOf(sign: '@' | '#', name: string): string | undefined;
}

/** Between what a field shows, `@Ana`, and what is stored and sent, `<@id>`. Remembers which name stands for whom. */
export class MentionNames {
  readonly #things: NamedThings;
  readonly #tokens = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #pattern: RegExp | null = null;

  constructor(things: NamedThings) {
    this.#things = things;
  }

  /** The name by which a person or a channel is shown here; the token itself while nothing is known of it. */
  nameFor(token: string): string {
    const known = this.#names.get(token);
    if (known !== undefined) return known;
    const sign = token[1] === '#' ? '#' : '@';
    const names = this.#things.namesOf(sign, token.slice(2, -1)).filter((name) => !/[`\n<>]/.test(name));
    const free = names.map((name) => sign + name).find((name) => !this.#tokens.has(name));
    if (free === undefined) return token;
    this.#tokens.set(free, token);
    this.#names.set(token, free);
    this.#pattern = null;
    return free;
  }

  /** The text with names, to be changed by somebody. */
  show(body: string): string {
    if (!body.includes('<')) return body;
    return outsideCode(body, (part) =>
      part.replace(tokens, (token) => this.nameFor(token)).replace(everybody, (_, name: string) => `@${name}`),
    );
  }

  /** The text with a token for each name that stands for somebody. */
  store(text: string): string {
    const pattern = this.#matcher();
    if (!pattern) return text;
    return outsideCode(text, (part) => part.replace(pattern, (name) => this.#tokens.get(name) ?? name));
  }

  /** The text as it is sent: names that were written by hand stand for those who are called so. */
  finish(body: string): string {
    return outsideCode(body, (part) =>
      part.replace(written, (whole, sign: '@' | '#', name: string) => {
        if (sign === '@' && (name === 'channel' || name === 'here')) return `<!${name}>`;
        const id = this.#things.idOf(sign, name);
        return id === undefined ? whole : `<${sign}${id}>`;
      }),
    );
  }

  /** Whether a text begins with a name that was chosen. */
  beginsWithName(text: string): boolean {
    return [...this.#tokens.keys()].some(
      (name) => text.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(text.slice(name.length)),
    );
  }

  #matcher(): RegExp | null {
    if (this.#tokens.size === 0) return null;
    if (!this.#pattern) {
      const longestFirst = [...this.#tokens.keys()].toSorted((one, other) => other.length - one.length);
      const names = longestFirst.map((name) => name.replace(special, '\\$&')).join('|');
      this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}_@#/])(?:${names})${NAME_ENDS}`, 'gu');
    }
    return this.#pattern;
  }
}

/** The people whom a text calls by id. */
export function calledPeople(body: string): string[] {
  const ids = new Set<string>();
  outsideCode(body, (part) => {
    for (const [, sign, id] of part.matchAll(tokens)) if (sign === '@' && id) ids.add(id);
    return part;
  });
  return [...ids];
}

/** Whether a text calls everybody, or those who are there. */
export function calledEverybody(body: string): 'channel' | 'here' | null {
  const found = new Set<string>();
  outsideCode(body, (part) => {
    for (const [, name] of part.matchAll(everybody)) if (name) found.add(name);
    return part;
  });
  if (found.has('channel')) return 'channel';
  return found.has('here') ? 'here' : null;
}
