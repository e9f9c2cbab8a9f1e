import type { Message } from '@parley/realtime/shapes';

type Text = Pick<Message, 'body' | 'changeSeq'>;

/** What a message said when somebody began to edit it: nothing that was written elsewhere since may be lost unseen. */
export class EditBase {
  readonly #began: Text;
  /** What the writer knows that it says: the text that was begun with, and each that was tried to be saved. */
  readonly #known: Set<string>;
  #changeSeq: number;

  constructor(began: Text) {
    this.#began = began;
    this.#known = new Set([began.body]);
    this.#changeSeq = began.changeSeq;
  }

  /** Whether there is nothing to save: nothing was written here, or the message says it already. */
  hasNothing(written: string, now: Text): boolean {
    return written === now.body || (written === this.#began.body && !this.#known.has(now.body));
  }

  /** The `changeSeq` to save `written` with, over the message as it is now. An answer may be lost, so it counts as known. */
  saving(written: string, now: Text): number {
    if (this.#known.has(now.body)) this.#changeSeq = Math.max(this.#changeSeq, now.changeSeq);
    this.#known.add(written);
    return this.#changeSeq;
  }
}
