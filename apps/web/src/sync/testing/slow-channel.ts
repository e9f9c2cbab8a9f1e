import type { AppRouter } from '@parley/api/root';
import type { Message } from '@parley/realtime/shapes';
import { createTRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { Api } from '../../trpc/trpc.ts';
import type { MessagePage } from '../channel-log.ts';
import type { StoredSend } from '../device-database.ts';
import type { PageSource } from '../page-source.ts';
import { isShownIn, type Talk } from '../talk.ts';
import { message, person } from './model-channel.ts';
import { apiError, type Fate, networkError, slowCall, wait } from './slow-call.ts';

/** The first message, which threads hang on. */
export const PARENT = message(1, { author: person(9) });

/** A channel on a server, of which each word takes its time and may be lost. It keeps each nonce once. */
export class SlowChannel {
  readonly messages: Message[] = [PARENT];
  readonly pages: PageSource;
  /** Nothing new is taken. */
  isShut = false;
  readonly #fate: () => Fate;
  readonly #followers = new Set<() => void>();

  constructor(fate: () => Fate) {
    this.#fate = fate;
    const newest = (talk: Talk) => this.ask(() => this.#page(talk));
    this.pages = { newest, older: newest, newer: newest, around: newest };
  }

  /** A call that does `work` on the server. */
  ask<T>(work: () => T): Promise<T> {
    return slowCall(this.#fate(), work);
  }

  save(entry: Partial<StoredSend>, author = person(1)): Message {
    const { nonce, body = '', parentId = null, alsoToChannel = false } = entry;
    const known = this.messages.find((other) => other.nonce === nonce);
    if (known) return known;
    if (this.isShut) throw apiError('FORBIDDEN');
    const seq = this.messages.length + 1;
    const fields = { author, parentId, alsoToChannel, body, ...(nonce ? { nonce } : {}) };
    const saved = message(seq, fields);
    this.messages.push(saved);
    for (const tell of this.#followers) tell();
    return saved;
  }

  shownIn(talk: Talk): Message[] {
    return this.messages.filter((row) => isShownIn(talk, row));
  }

  /** An API that follows this channel and knows nothing else. */
  api(): Api {
    return createTRPCClient<AppRouter>({ links: [this.#events()] });
  }

  #page(talk: Talk): MessagePage {
    return { items: this.shownIn(talk), olderCursor: null, newerCursor: null, seq: this.messages.length };
  }

  #events(): TRPCLink<AppRouter> {
    return () =>
      ({ op: { input } }) =>
        observable((observer) => {
          let next = Number(typeof input === 'object' && input && 'lastEventId' in input ? input.lastEventId : 0);
          let [isOpen, isTelling] = [true, false];
          const tell = async () => {
            if (isTelling) return;
            isTelling = true;
            for (let row = this.messages[next]; row && isOpen; row = this.messages[next]) {
              const fate = this.#fate();
              await wait(fate.there);
              if (!isOpen) return;
              if (fate.lost !== 'never')
                return observer.error(fate.lost === 'asking' ? apiError('CONFLICT', 'RESYNC') : networkError());
              next += 1;
              observer.next({
                result: { type: 'data', data: { id: String(next), data: { type: 'message', message: row } } },
              });
            }
            isTelling = false;
          };
          const follow = () => void tell();
          this.#followers.add(follow);
          follow();
          return () => {
            isOpen = false;
            this.#followers.delete(follow);
          };
        });
  }
}
