import { type Drafts, isUnsaved } from './drafts.ts';
import { joinDrafts } from './join-drafts.ts';
import { talkKey } from './talk.ts';

/** A draft as the server has it, by its `talkKey`. */
export interface RemoteDraft {
  readonly key: string;
  readonly body: string;
  readonly version: number;
}

export interface DraftSyncOptions {
  drafts: Drafts;
  /** The drafts of the workspace that are not empty. */
  list(): Promise<RemoteDraft[]>;
  /** Saves over a version; `there` is another one that the server has, `refused` is for good. Rejects when it may be tried again. */
  save(key: string, body: string, version: number): Promise<RemoteDraft | { there: RemoteDraft } | 'refused'>;
  /** Whether a channel is one of the workspace's that the viewer is in. */
  isHere(channelId: string): boolean;
}

/** Saved after a pause in typing of this long, but not later than that after the first letter, in milliseconds. */
const PAUSE = 600;
const AT_LATEST = 2_500;
const AGAIN = 8_000;
/** Changes elsewhere that come within this are read at once, in milliseconds. */
const GATHER = 60;

interface Waiting {
  timer: ReturnType<typeof setTimeout>;
  since: number;
}

/** Keeps the drafts of this device and those of the server the same. A text is never lost: where both changed, both stay. */
export class DraftSync {
  readonly #options: DraftSyncOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #saving = new Set<string>();
  /** Written in this tab and not saved yet. */
  readonly #written = new Set<string>();
  /** The latest versions that were told of. */
  readonly #heard = new Map<string, number>();
  #pull: ReturnType<typeof setTimeout> | undefined;
  #known = false;
  #stopped = false;

  constructor(options: DraftSyncOptions) {
    this.#options = options;
  }

  /** Somebody wrote here. */
  wrote(key: string): void {
    this.#written.add(key);
    this.#wait(key, PAUSE);
  }

  /** Another device, or another tab, saved a draft. */
  changedElsewhere(place: { channelId: string; parentId: string | null; version: number }): void {
    const key = talkKey(place);
    this.#heard.set(key, Math.max(place.version, this.#heard.get(key) ?? 0));
    if ((this.#options.drafts.find(key)?.version ?? 0) >= place.version) return;
    this.#pullIn(GATHER);
  }

  #pullIn(ms: number): void {
    clearTimeout(this.#pull);
    this.#pull = setTimeout(() => void this.refresh(), ms);
  }

  /** Reads what the server has, takes over what is newer and saves what it does not have. */
  async refresh(): Promise<void> {
    if (this.#stopped) return;
    const { drafts, list } = this.#options;
    await drafts.load();
    const asked = new Map(drafts.all().map((draft) => [draft.channelId, draft]));
    const remote = await list().catch(() => null);
    if (!remote || this.#stopped) return;
    this.#known = true;
    // What was written meanwhile, in whichever tab, is newer than what was read.
    const stood = ({ key }: Pick<RemoteDraft, 'key'>): boolean => drafts.find(key) === asked.get(key);
    if (remote.some((draft) => !stood(draft) && this.#isNews(draft))) this.#pullIn(PAUSE);
    for (const draft of remote) if (stood(draft)) this.#take(draft);
    this.#emptyOthers(new Set(remote.map(({ key }) => key)), stood);
    for (const draft of drafts.all()) {
      if (!isUnsaved(draft) || !this.#isHere(draft.channelId)) continue;
      // The tab in which it was written saves it, unless it is gone.
      this.#wait(draft.channelId, this.#written.has(draft.channelId) ? 0 : AT_LATEST);
    }
  }

  #isNews({ key, version }: RemoteDraft): boolean {
    return version > (this.#options.drafts.find(key)?.version ?? 0);
  }

  /** An empty draft is not listed: it was sent or thrown away elsewhere. `stood` tells of one that nobody changed meanwhile. */
  #emptyOthers(listed: ReadonlySet<string>, stood: (draft: { key: string }) => boolean): void {
    for (const { channelId: key, version, saved } of this.#options.drafts.all()) {
      if (!version || !saved || listed.has(key) || !stood({ key }) || !this.#isHere(key)) continue;
      this.#take({ key, body: '', version: Math.max(version + 1, this.#heard.get(key) ?? 0) });
    }
  }

  /** Stores and saves at once what waits. */
  flush(): void {
    this.#options.drafts.flush();
    for (const key of [...this.#waiting.keys()]) void this.#save(key);
  }

  stop(): void {
    this.flush();
    this.#stopped = true;
    clearTimeout(this.#pull);
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
  }

  #isHere(key: string): boolean {
    return this.#options.isHere(key.split('/')[0] ?? '');
  }

  #take({ key, body, version }: RemoteDraft): void {
    const { drafts } = this.#options;
    const mine = drafts.find(key);
    if (!this.#isNews({ key, body, version }) || this.#saving.has(key)) return;
    // Another tab may have saved what was written here a moment ago: then nobody else wrote.
    const base = drafts.wasWritten(key, body) ? body : (mine?.saved ?? '');
    const joined = mine ? joinDrafts({ mine: mine.body, theirs: body, base }) : body;
    drafts.settle(key, { version, saved: body, body: joined });
  }

  #wait(key: string, ms: number): void {
    if (this.#stopped) return;
    const waiting = this.#waiting.get(key);
    clearTimeout(waiting?.timer);
    const since = waiting?.since ?? Date.now();
    const pause = Math.max(0, Math.min(ms, since + AT_LATEST - Date.now()));
    this.#waiting.set(key, { since, timer: setTimeout(() => void this.#save(key), pause) });
  }

  async #save(key: string): Promise<void> {
    if (this.#saving.has(key) || !this.#known) return;
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.delete(key);
    const { drafts, save } = this.#options;
    const draft = drafts.find(key);
    if (!draft || !isUnsaved(draft)) return;
    this.#saving.add(key);
    const answer = await save(key, draft.body, draft.version ?? 0).catch(() => 'failed' as const);
    this.#saving.delete(key);
    if (answer === 'failed') this.#wait(key, AGAIN);
    else if (answer !== 'refused') this.#took(key, answer);
  }

  #took(key: string, answer: RemoteDraft | { there: RemoteDraft }): void {
    const { drafts } = this.#options;
    if ('there' in answer) this.#take(answer.there);
    else drafts.settle(key, { version: answer.version, saved: answer.body });
    const now = drafts.find(key);
    if (!now || !isUnsaved(now)) this.#written.delete(key);
    if (now && isUnsaved(now)) this.#wait(key, 'there' in answer ? 0 : PAUSE);
  }
}
