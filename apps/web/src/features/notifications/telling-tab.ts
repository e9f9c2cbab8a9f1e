import { type CrossTab, openCrossTab } from '../../sync/cross-tab.ts';

type Word = { type: 'ask'; id: string; key: string; seq: number } | { type: 'seen'; id: string };

export interface TellingTabOptions {
  readonly viewerId: string;
  /** Does somebody look at this message on this page, or have they read it? */
  isSeenHere(key: string, seq: number): boolean;
}

/** How long the other tabs have to say that the message is looked at, in milliseconds. */
const OBJECTION = 400;

/** Among the tabs of one person one tells; the others say what is seen in them. */
export class TellingTab {
  readonly #options: TellingTabOptions;
  readonly #tabs: CrossTab<Word>;
  readonly #stop = new AbortController();
  readonly #seen = new Set<string>();
  #tells = false;

  constructor(options: TellingTabOptions) {
    this.#options = options;
    const name = `parley notifications ${options.viewerId}`;
    this.#tabs = openCrossTab<Word>(name, (word) => this.#hear(word));
    this.#compete(name);
  }

  /** Is this the tab that tells? */
  get tells(): boolean {
    return this.#tells;
  }

  /** Is a message looked at in any tab? Answers after the others had their say. */
  async isSeen({ id, key, seq }: { id: string; key: string; seq: number }): Promise<boolean> {
    this.#tabs.tell({ type: 'ask', id, key, seq });
    await new Promise((resolve) => setTimeout(resolve, OBJECTION));
    return this.#seen.delete(id) || this.#options.isSeenHere(key, seq);
  }

  close(): void {
    this.#tells = false;
    this.#stop.abort();
    this.#tabs.close();
  }

  #hear(word: Word): void {
    if (word.type === 'seen') this.#seen.add(word.id);
    else if (this.#options.isSeenHere(word.key, word.seq)) this.#tabs.tell({ type: 'seen', id: word.id });
  }

  /** Holds a lock as long as the tab stands, so that exactly one tells. Where there are no locks each does, under one tag. */
  #compete(name: string): void {
    const { signal } = this.#stop;
    if (!('locks' in navigator) || !navigator.locks) {
      this.#tells = true;
      return;
    }
    const hold = (): Promise<void> => {
      this.#tells = true;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    void navigator.locks.request(name, { signal }, hold).catch(() => undefined);
  }
}
