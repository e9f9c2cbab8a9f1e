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
/** What was written is remembered for longer than any word of it is on its way, in milliseconds; not all of a fast typist's. */
const REMEMBERED = { ms: 10_000, texts: 100 };

/** A draft of which two tabs know: the text that somebody wrote last, and the newest of what the server has. */
function joined(known: StoredDraft, heard: StoredDraft): StoredDraft {
  const { body, updatedAt, channelId } = heard.updatedAt > known.updatedAt ? heard : known;
  const { version, saved } = (heard.version ?? 0) > (known.version ?? 0) ? heard : known;
  return { channelId, body, updatedAt, ...(version === undefined ? {} : { version, saved }) };
}

/** Whether the server is known to have another text. */
export function isUnsaved({ body, saved = '' }: StoredDraft): boolean {
  return body !== saved;
}

/** What was typed and not sent, by `talkKey`: in memory at once, stored a moment later, the same in every tab. */
export class Drafts {
  readonly #options: DraftsOptions;
  readonly #drafts = new Map<string, StoredDraft>();
  /** What was written on this device of late, in whichever tab. */
  readonly #written = new Map<string, ReadonlyArray<Pick<StoredDraft, 'body' | 'updatedAt'>>>();
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

  /** Notes what the server has, and takes its text over where one is given. Nobody wrote: a text that stays is as old as before. */
  settle(channelId: string, { version, saved, body }: DraftState): void {
    const known = this.#drafts.get(channelId);
    const stays = known !== undefined && (body === undefined || body === known.body);
    const text = stays ? known : { body: body ?? '', updatedAt: this.#now(channelId) };
    this.#put({ channelId, body: text.body, updatedAt: text.updatedAt, version, saved });
  }

  /** Whether the text was written on this device a moment ago, in whichever tab. */
  wasWritten(channelId: string, body: string): boolean {
    const since = Date.now() - REMEMBERED.ms;
    const written = this.#written.get(channelId) ?? [];
    return written.some((text) => text.body === body && text.updatedAt > since);
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
    const now = known ? joined(known, draft) : draft;
    if (known && known.updatedAt === now.updatedAt && known.version === now.version) return false;
    this.#drafts.set(draft.channelId, now);
    if (isUnsaved(now)) this.#remember(now);
    this.#all = null;
    const marked = now.body.trim() !== '';
    if (marked !== this.#channels.has(draft.channelId)) {
      const channels = new Set(this.#channels);
      if (marked) channels.add(draft.channelId);
      else channels.delete(draft.channelId);
      this.#channels = channels;
    }
    return true;
  }

  #remember({ channelId, body, updatedAt }: StoredDraft): void {
    const written = this.#written.get(channelId) ?? [];
    if (written.at(-1)?.updatedAt === updatedAt) return;
    const since = Date.now() - REMEMBERED.ms;
    for (const [key, texts] of this.#written) if ((texts.at(-1)?.updatedAt ?? 0) < since) this.#written.delete(key);
    this.#written.set(channelId, [...written, { body, updatedAt }].slice(-REMEMBERED.texts));
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
