import type { Message } from '@parley/realtime/shapes';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InOrder } from '../../sync/in-order.ts';
import { message } from '../../sync/testing/model-channel.ts';
import { apiError, type Fate, fates, next, slowCall, wait } from '../../sync/testing/slow-call.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { EditBase } from './edit-base.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const began = message(5, { body: 'as it was' });

test('what was not changed here undoes nothing, and what stands already is not saved again', () => {
  const base = new EditBase(began);
  expect(base.hasNothing('as it was', began)).toBe(true);
  expect(base.hasNothing('as it was', message(5, { body: 'from elsewhere' }))).toBe(true);
  expect(base.hasNothing('mine', began)).toBe(false);
  expect(base.hasNothing('mine', message(5, { body: 'mine' }))).toBe(true);
});

test('a reaction, and one’s own text of which the answer was lost, are no change elsewhere', () => {
  const base = new EditBase(began);
  expect(base.saving('mine', { ...began, changeSeq: 7 })).toBe(7);
  expect(base.saving('mine, longer', { body: 'mine', changeSeq: 9 })).toBe(9);
  expect(base.hasNothing('as it was', { body: 'mine', changeSeq: 9 })).toBe(false);
  expect(base.saving('mine, at last', { body: 'from elsewhere', changeSeq: 12 })).toBe(9);
});

/** A message on a server that takes no edit of a text that was changed since, as its author's devices show it. */
class Server {
  message: Message = began;
  readonly devices: Device[] = [];
  readonly #fate: () => Fate;
  #textSeq = began.seq;

  constructor(fate: () => Fate) {
    this.#fate = fate;
  }

  edit(body: string, { changeSeq, known }: { changeSeq: number; known: ReadonlySet<string> }): Promise<Message> {
    return slowCall(this.#fate(), () => {
      if (changeSeq < this.#textSeq) throw apiError('CONFLICT', 'CHANGED');
      expect([...known]).toContain(this.message.body);
      this.#textSeq = this.message.changeSeq + 1;
      return this.#change({ body });
    });
  }

  react(): void {
    this.#change({});
  }

  #change(fields: Partial<Message>): Message {
    const changed = { ...this.message, ...fields, changeSeq: this.message.changeSeq + 1 };
    this.message = changed;
    for (const device of this.devices) device.hear(changed, this.#fate().there);
    return changed;
  }
}

class Device {
  readonly #server: Server;
  readonly #events = new InOrder();
  shown = began;
  /** Whose text was replaced though it was not known here. */
  readonly overwrites: unknown[] = [];

  constructor(server: Server) {
    this.#server = server;
  }

  hear(changed: Message, after: number): void {
    void this.#events.ask('', () => wait(after).then(() => this.#take(changed)));
  }

  /** Types for a while, and tries a few times until it is saved or another device was faster. */
  async edit(body: string, types: number): Promise<void> {
    const base = new EditBase(this.shown);
    const known = new Set([this.shown.body, body]);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await wait(types);
      if (base.hasNothing(body, this.shown)) return;
      try {
        return this.#take(await this.#server.edit(body, { changeSeq: base.saving(body, this.shown), known }));
      } catch (error) {
        const said = apiErrorOf(error);
        if (said) return;
        if (error instanceof Error && error.message !== 'Failed to fetch') this.overwrites.push(error);
      }
    }
  }

  #take(changed: Message): void {
    if (changed.changeSeq > this.shown.changeSeq) this.shown = changed;
  }
}

const step = fc.record({ by: fc.constantFrom(0, 1, 'reaction' as const), types: fc.nat(2_000), waits: fc.nat(1_500) });

test('no text of another device is replaced by one who did not see it, and in the end all show the same', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 8 }), fates, async (steps, stream) => {
    const server = new Server(next(stream));
    server.devices.push(new Device(server), new Device(server));
    for (const [n, { by, types, waits }] of steps.entries()) {
      if (by === 'reaction') server.react();
      else void server.devices[by]?.edit(`text ${n}`, types);
      await vi.advanceTimersByTimeAsync(waits);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    for (const { overwrites, shown } of server.devices) expect([overwrites, shown]).toEqual([[], server.message]);
  });
  await fc.assert(property, { numRuns: 200 });
});
