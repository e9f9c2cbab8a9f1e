import type { DeviceDatabase, StoredDraft } from './device-database.ts';

export interface DraftsOptions {
  /** Null where the browser forbids storing. */
  database(): Promise<DeviceDatabase | null>;
  /** Tells the other tabs. */
  announce(draft: StoredDraft): void;
  /** Somebody wrote in this tab. */
  onWrite?(key: string): void;
}

/** What the server has of a draft, and the text to show if it is another one now. */
export interface DraftState {
  readonly version: number;
  readonly saved: string;
  readonly body?: string;
}

/** Stored at once, and then again at most this often while somebody types, in milliseconds. */
const SAVE_EVERY = 250;
const none: ReadonlySet<string> = new Set();

/** Whether the server is known to have another text. */
export function isUnsaved({ body, saved = '' }: StoredDraft): boolean {
  return body !== saved;
}

/** What was typed and not sent, by `talkKey`: in memory at once, stored a moment later, the same in every tab. */
export class Drafts {
  readonly #options: DraftsOptions;
  readonly #drafts = new Map<string, StoredDraft>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #unsaved = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #channels: ReadonlySet<string> = none;
  #all: readonly StoredDraft[] | null = null;
  #loading: Promise<void> | null = null;

  constructor(options: DraftsOptions) {
    this.#options = options;
  }

  /** Reads what is stored, once. What was typed meanwhile is newer and stays. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    const database = await this.#options.database();
    const stored = (await database?.getAll('drafts').catch(() => null)) ?? [];
    for (const draft of stored) this.#take(draft);
    this.#tell();
  }

  /** The draft's text, empty when there is none. */
  read(channelId: string): string {
    return this.#drafts.get(channelId)?.body ?? '';
  }

  write(channelId: string, body: string): void {
    if (body === this.read(channelId)) return;
    this.#put({ ...this.#drafts.get(channelId), channelId, body, updatedAt: this.#now(channelId) });
    this.#options.onWrite?.(channelId);
  }

  /** Notes what the server has, and takes its text over where one is given. */
  settle(channelId: string, { version, saved, body = this.read(channelId) }: DraftState): void {
    this.#put({ channelId, body, version, saved, updatedAt: this.#now(channelId) });
  }

  /** What is kept of a draft. */
  find(channelId: string): StoredDraft | undefined {
    return this.#drafts.get(channelId);
  }

  /** Every draft that is kept, also such as were emptied. The same array until one changes. */
  all(): readonly StoredDraft[] {
    this.#all ??= [...this.#drafts.values()];
    return this.#all;
  }

  /** Another tab wrote. */
  heard(draft: StoredDraft): void {
    if (this.#take(draft)) this.#tell();
  }

  /** Stores at once what waits; for a page that goes away. */
  flush(): void {
    for (const channelId of [...this.#unsaved]) this.#save(channelId);
  }

  /** The channels with a draft. The same set until one comes or goes. */
  channels(): ReadonlySet<string> {
    return this.#channels;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #now(channelId: string): number {
    return Math.max(Date.now(), (this.#drafts.get(channelId)?.updatedAt ?? 0) + 1);
  }

  #put(draft: StoredDraft): void {
    const { channelId, body } = draft;
    this.#take(draft);
    this.#tell();
    this.#unsaved.add(channelId);
    if (!this.#timers.has(channelId) || body === '') this.#save(channelId);
  }

  #take(draft: StoredDraft): boolean {
    const known = this.#drafts.get(draft.channelId);
    if (known && known.updatedAt >= draft.updatedAt) return false;
    this.#drafts.set(draft.channelId, draft);
    this.#all = null;
    const marked = draft.body.trim() !== '';
    if (marked !== this.#channels.has(draft.channelId)) {
      const channels = new Set(this.#channels);
      if (marked) channels.add(draft.channelId);
      else channels.delete(draft.channelId);
      this.#channels = channels;
    }
    return true;
  }

  #save(channelId: string): void {
    clearTimeout(this.#timers.get(channelId));
    this.#timers.set(
      channelId,
      setTimeout(() => {
        this.#timers.delete(channelId);
        if (this.#unsaved.has(channelId)) this.#save(channelId);
      }, SAVE_EVERY),
    );
    this.#unsaved.delete(channelId);
    const draft = this.#drafts.get(channelId);
    if (!draft) return;
    this.#options.announce(draft);
    void this.#store(draft);
  }

  async #store(draft: StoredDraft): Promise<void> {
    const database = await this.#options.database();
    const needless = draft.body === '' && !isUnsaved(draft);
    const stored = needless ? database?.delete('drafts', draft.channelId) : database?.put('drafts', draft);
    await stored?.catch(() => undefined);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
