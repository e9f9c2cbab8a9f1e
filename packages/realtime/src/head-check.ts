import type { ReportError } from './report-error.ts';
import { within } from './within.ts';

/** One question to the database may take so long; then it counts as failed. */
const READ_MS = 10_000;

export interface HeadCheckOptions {
  everyMs: number;
  /** The channels to ask for. */
  channelIds: () => string[];
  readHeads: (channelIds: string[]) => Promise<Map<string, number>>;
  onHead: (channelId: string, head: number) => void;
  reportError: ReportError;
}

/** Asks for the counters of all listened channels in one call, again and again; never twice at the same time. */
export class HeadCheck {
  readonly #options: HeadCheckOptions;
  #timer: NodeJS.Timeout | null = null;
  #running = false;
  #again = false;
  #stopped = false;

  constructor(options: HeadCheckOptions) {
    this.#options = options;
    this.#schedule();
  }

  /** Asks at once; when a question is under way, once more after it. */
  now(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped) return;
    // Up to a tenth earlier, so that processes started together do not ask together for ever.
    const ms = this.#options.everyMs * (1 - Math.random() / 10);
    this.#timer = setTimeout(() => this.now(), ms).unref();
  }

  async #run(): Promise<void> {
    this.#running = true;
    do {
      this.#again = false;
      await this.#ask().catch((error: unknown) => this.#options.reportError(error, 'the check of channel counters'));
    } while (this.#again && !this.#stopped);
    this.#running = false;
    this.#schedule();
  }

  async #ask(): Promise<void> {
    const channelIds = this.#options.channelIds();
    if (this.#stopped || channelIds.length === 0) return;
    const heads = await within(() => this.#options.readHeads(channelIds), READ_MS);
    if (this.#stopped) return;
    for (const [channelId, head] of heads) this.#options.onHead(channelId, head);
  }
}
