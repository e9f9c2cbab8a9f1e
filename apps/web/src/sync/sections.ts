import type { AppRouter } from '@parley/api/root';
import type { QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { apiErrorOf } from '../trpc/api-error.ts';
import type { Api, ApiOutput } from '../trpc/trpc.ts';
import { InOrder } from './in-order.ts';

export type SectionList = ApiOutput['channel']['sections'];
export type StoredSection = SectionList['sections'][number];
/** A section to save: its place among the others says where it is sorted. */
export type SectionDraft = Omit<StoredSection, 'sort'>;
export type SectionLooks = SectionList['looks'];
/** What is changed and saved as one. */
interface SectionState {
  readonly sections: readonly SectionDraft[];
  readonly looks: SectionLooks;
}
type StateChange = (state: SectionState) => SectionState;

export interface SectionsOptions {
  api: Api;
  queryClient: QueryClient;
  workspaceId: string;
  onRefused(error: unknown): void;
}

/** How often a change is made anew because another device was faster. */
const ATTEMPTS = 4;

/** The viewer's own sections of the sidebar: the only place that writes them. */
export class Sections {
  readonly #options: SectionsOptions;
  readonly #trpc: TRPCOptionsProxy<AppRouter>;
  readonly #saving = new InOrder();
  /** What was changed here and is not answered yet. */
  readonly #changes: StateChange[] = [];
  /** What the server had before these changes, or after those of them that are answered. */
  #saved: SectionList | undefined;
  /** The newest version that was heard of meanwhile. */
  #heard = 0;

  constructor(options: SectionsOptions) {
    this.#options = options;
    this.#trpc = createTRPCOptionsProxy<AppRouter>({ client: options.api, queryClient: options.queryClient });
  }

  /** Reads them anew unless this browser has that version already. */
  async refresh(version = Number.POSITIVE_INFINITY): Promise<void> {
    const known = this.#read();
    if (known && known.version < version) await this.#fetch(version);
  }

  /**
   * Changes the sections: at once on the screen, then on the server, one change after the other. Where another device was
   * faster, the change is made to what that one left.
   */
  change(change: (sections: readonly SectionDraft[]) => readonly SectionDraft[]): Promise<void> {
    return this.#change((state) => ({ ...state, sections: change(state.sections) }));
  }

  /** Changes how a section looks that everybody has, in the same way. */
  changeLook<K extends keyof SectionLooks>(key: K, change: Partial<SectionLooks[K]>): Promise<void> {
    return this.#change(({ sections, looks }) => ({
      sections,
      looks: { ...looks, [key]: { ...looks[key], ...change } },
    }));
  }

  #change(change: StateChange): Promise<void> {
    this.#saved ??= this.#read();
    this.#changes.push(change);
    this.#show();
    return this.#saving.ask(this.#options.workspaceId, () => this.#save(change, ATTEMPTS));
  }

  async #save(change: StateChange, left: number): Promise<void> {
    const { api, workspaceId, onRefused } = this.#options;
    try {
      const { version, ...stored } = await api.channel.sections.query({ workspaceId });
      const { sections, looks } = change(stored);
      const wanted = numbered(sections);
      this.#saved = await api.channel.saveSections.mutate({ workspaceId, version, sections: wanted, looks });
    } catch (error) {
      if (apiErrorOf(error)?.reason === 'SECTIONS_CHANGED' && left > 1) return this.#save(change, left - 1);
      onRefused(error);
      this.#heard = Number.POSITIVE_INFINITY;
    }
    this.#settle(change);
  }

  /** Shows what the server has instead of a change that is answered, with those that are not. */
  #settle(change: StateChange): void {
    this.#changes.splice(this.#changes.indexOf(change), 1);
    this.#show();
    if (this.#changes.length > 0) return;
    const [saved, heard] = [this.#saved?.version ?? 0, this.#heard];
    this.#saved = undefined;
    this.#heard = 0;
    if (heard > saved) void this.#fetch(heard).catch(() => undefined);
  }

  #show(): void {
    if (!this.#saved) return;
    const { version } = this.#saved;
    const { sections, looks } = this.#changes.reduce<SectionState>((state, change) => change(state), this.#saved);
    this.#write({ version, sections: numbered(sections), looks });
  }

  /** Reads what is of `version`; while changes are on their way, after them: they may be in what is read. */
  async #fetch(version: number): Promise<void> {
    const { api, workspaceId } = this.#options;
    const fetched = this.#changes.length > 0 ? null : await api.channel.sections.query({ workspaceId });
    if (!fetched || this.#changes.length > 0) this.#heard = Math.max(this.#heard, version);
    else if (fetched.version >= (this.#read()?.version ?? 0)) this.#write(fetched);
  }

  #read(): SectionList | undefined {
    return this.#options.queryClient.getQueryData(this.#key());
  }

  #write(list: SectionList): void {
    this.#options.queryClient.setQueryData(this.#key(), list);
  }

  #key() {
    return this.#trpc.channel.sections.queryKey({ workspaceId: this.#options.workspaceId });
  }
}

/** In their order, as the server is to keep it. */
function numbered(drafts: readonly SectionDraft[]): StoredSection[] {
  return drafts.map((draft, sort) => ({ ...draft, sort }));
}
