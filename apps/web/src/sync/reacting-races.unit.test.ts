import type { Message } from '@parley/realtime/shapes';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InOrder } from './in-order.ts';
import { Reacting, reactionsWith } from './reacting.ts';
import { message } from './testing/model-channel.ts';
import { type Fate, fates, next, slowCall, wait } from './testing/slow-call.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ME = 'me';
const step = fc.record({ device: fc.nat(1), emoji: fc.constantFrom('eyes', 'eyes', 'tada'), waits: fc.nat(1_200) });

/** A message on a server, and devices of one person that show it. */
class Server {
  message: Message = message(1, { reactions: [{ emoji: 'tada', userIds: ['ana'] }] });
  readonly devices: Device[] = [];
  /** What was asked last, by emoji, and whether it was lost. */
  readonly asked = new Map<string, { on: boolean; isLost: boolean }>();
  readonly #fate: () => Fate;

  constructor(fate: () => Fate) {
    this.#fate = fate;
  }

  set(emoji: string, on: boolean): Promise<Message> {
    const fate = this.#fate();
    this.asked.set(emoji, { on, isLost: fate.lost !== 'never' });
    return slowCall(fate, () => {
      const reactions = reactionsWith(this.message.reactions, new Map([[emoji, on]]), ME);
      if (JSON.stringify(reactions) === JSON.stringify(this.message.reactions)) return this.message;
      const changed = { ...this.message, reactions, changeSeq: this.message.changeSeq + 1 };
      this.message = changed;
      for (const device of this.devices)
        void device.events.ask('', () => wait(this.#fate().there).then(() => device.take(changed)));
      return changed;
    });
  }
}

class Device {
  readonly events = new InOrder();
  readonly reacting: Reacting;
  #message: Message;

  constructor(server: Server) {
    this.#message = server.message;
    this.reacting = new Reacting({
      viewerId: ME,
      set: ({ emoji }, on) => server.set(emoji, on),
      onSet: (answered) => this.take(answered),
      onRefused: () => undefined,
    });
  }

  take(changed: Message): void {
    if (changed.changeSeq > this.#message.changeSeq) this.#message = changed;
  }

  press(emoji: string): boolean {
    return this.reacting.toggle(this.#message, emoji);
  }

  get shown() {
    return reactionsWith(this.#message.reactions, this.reacting.wishes(this.#message.id), ME);
  }
}

const mine = (device: Device, emoji: string) =>
  device.shown.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(ME));

test('after any presses on two devices, both show what the server has', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), fates, async (steps, stream) => {
    const server = new Server(next(stream));
    server.devices.push(new Device(server), new Device(server));
    for (const { device, emoji, waits } of steps) {
      const pressed = server.devices[device];
      const on = pressed?.press(emoji);
      expect(pressed && mine(pressed, emoji)).toBe(on);
      await vi.advanceTimersByTimeAsync(waits);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    for (const { shown } of server.devices) expect(shown).toEqual(server.message.reactions);
  });
  await fc.assert(property, { numRuns: 300 });
});

test('the last press holds, unless it was itself lost', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fates, async (steps, stream) => {
    const server = new Server(next(stream));
    const device = new Device(server);
    server.devices.push(device);
    const wished = new Map<string, boolean>();
    for (const { emoji, waits } of steps) {
      wished.set(emoji, device.press(emoji));
      await vi.advanceTimersByTimeAsync(waits);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    for (const [emoji, on] of wished) {
      if (mine(device, emoji) !== on) expect(server.asked.get(emoji)).toEqual({ on, isLost: true });
    }
  });
  await fc.assert(property, { numRuns: 300 });
});
