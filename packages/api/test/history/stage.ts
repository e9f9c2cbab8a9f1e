import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { Bus } from '@parley/realtime/bus';
import type { Realtime } from '@parley/realtime/realtime';
import { startHeadCheck } from '../../src/channel/start-head-check.ts';
import { createCaller } from '../../src/root.ts';
import { createRealtimeOn } from '../realtime.ts';
import { contextFor, makePerson, makeWorkspace, type Person } from '../world.ts';
import { Reader } from './reader.ts';
import type { Step } from './schedule.ts';

/** A send as its sender saw it: when it was asked for, when it was acknowledged, and with what. */
export interface SendRecord {
  readonly nonce: string;
  /** The message that it answers. */
  readonly parentId: string | null;
  readonly invokedAt: number;
  outcome:
    | { readonly kind: 'ok'; readonly at: number; readonly seq: number; readonly id: string }
    | { readonly kind: 'fail' }
    | null;
}

interface SendStep {
  readonly who: number;
  readonly copies: number;
  readonly parentId: string | null;
  readonly alsoToChannel: boolean;
}

interface Place {
  readonly present: boolean;
  readonly changeSeq: number;
}

const places = prepared<Place & { userId: string }>({
  name: 'test_places',
  text: `SELECT "userId", "leftAt" IS NULL AS present, "changeSeq" FROM "ChannelMember" WHERE "channelId" = $1`,
});

/** A bus that loses a share of what is told through it. */
function lossyBus(bus: Bus, share: () => number): Bus {
  return {
    publish: (topic, payload) => void (Math.random() >= share() && bus.publish(topic, payload)),
    subscribe: (topic, listener) => bus.subscribe(topic, listener),
    onInterruption: (listener) => bus.onInterruption(listener),
    healthy: () => bus.healthy(),
    close: () => bus.close(),
  };
}

/** Two servers over one bus, an owner who never leaves, four people who write and read, and one channel. */
export class Stage {
  readonly sends: SendRecord[] = [];
  readonly leaks: string[] = [];
  readonly #buses: readonly Bus[];
  #share = 0;
  #servers: Array<{ realtime: Realtime; stop: () => void }> = [];
  #owner: Person | null = null;
  #people: Person[] = [];
  readers: Reader[] = [];
  channelId = '';
  workspaceId = '';

  constructor(buses: readonly Bus[]) {
    this.#buses = buses;
  }

  get owner(): Person {
    if (!this.#owner) throw new Error('The stage is not set.');
    return this.#owner;
  }

  async set(): Promise<void> {
    this.#servers = this.#buses.map((bus) => this.#startServer(bus));
    const realtime = this.#server(0);
    this.#owner = await makePerson(realtime, 'Owner');
    this.#people = await Promise.all(['Ana', 'Ben', 'Cem', 'Dag'].map((name) => makePerson(realtime, name)));
    const workspace = await makeWorkspace(this.owner, this.#people);
    const memberIds = this.#people.map((person) => person.user.id);
    const channel = await this.owner.call.channel.create({
      workspaceId: workspace.id,
      name: 'history',
      kind: 'PRIVATE',
      memberIds,
    });
    this.workspaceId = workspace.id;
    this.channelId = channel.id;
    const { seq } = await this.owner.call.channel.get({ channelId: channel.id });
    this.readers = this.#people.map((person) => new Reader(person, { id: channel.id, seq }));
    await Promise.all(this.readers.map((reader, n) => reader.connect(this.#server(n % 2))));
  }

  /** All steps of a wave at once; then whoever is a member again opens the channel again, as a client would. */
  async play(wave: readonly Step[]): Promise<void> {
    await Promise.all(wave.map((step) => this.#act(step)));
    await this.reopen();
  }

  /** Ends what was lost, lets everybody who may read on, and waits until all have everything (at most 5 s). */
  async settle(): Promise<void> {
    this.#share = 0;
    const deadline = Date.now() + 5_000;
    const { seq } = await this.owner.call.channel.get({ channelId: this.channelId });
    for (;;) {
      await this.reopen();
      const here = await this.present();
      const behind = this.readers.filter((reader) => here.get(reader.person.user.id)?.present && reader.last < seq);
      if (behind.length === 0) return;
      if (Date.now() > deadline) throw new Error(`${behind.length} readers are still behind ${seq} after 5 s.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async strike(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.disconnect()));
    for (const server of this.#servers) this.#stopServer(server);
  }

  async present(): Promise<ReadonlyMap<string, Place>> {
    const rows = await places([this.channelId]);
    return new Map(rows.map((row) => [row.userId, row]));
  }

  async reopen(): Promise<void> {
    const here = await this.present();
    for (const [n, reader] of this.readers.entries()) {
      const place = here.get(reader.person.user.id);
      const isCut = !this.#servers.some((server) => server.realtime === reader.server);
      if (place?.present && (isCut || !reader.isOpen)) await reader.connect(this.#server(n % 2));
      if (place && !place.present && reader.last >= place.changeSeq) {
        this.leaks.push(`${reader.person.user.displayName} got ${reader.last}, removed at ${place.changeSeq}`);
      }
    }
  }

  #server(n: number): Realtime {
    const server = this.#servers[n];
    if (!server) throw new Error(`There is no server ${n}.`);
    return server.realtime;
  }

  #startServer(bus: Bus): { realtime: Realtime; stop: () => void } {
    const realtime = createRealtimeOn(lossyBus(bus, () => this.#share));
    return { realtime, stop: startHeadCheck(realtime, 50) };
  }

  #stopServer(server: { realtime: Realtime; stop: () => void }): void {
    server.stop();
    server.realtime.hub.close();
  }

  async #act(step: Step): Promise<void> {
    const { channelId, owner } = this;
    switch (step.kind) {
      case 'send':
        return this.#send({ ...step, parentId: null, alsoToChannel: false });
      case 'reply':
        return this.#reply(step);
      case 'react':
      case 'unreact':
      case 'pin':
      case 'unpin':
      case 'readThread':
        return this.#touch(step);
      case 'edit':
        return this.#change(step, (call, id) => call.message.edit({ id, body: `edited ${newId()}` }));
      case 'delete':
        return this.#change(step, (call, id) => call.message.delete({ id }));
      case 'rename':
        return void (await owner.call.channel.update({ channelId, topic: newId() }));
      case 'kick':
        return void (await this.#refusable(
          owner.call.channel.kick({ channelId, userId: this.#person(step.who).user.id }),
        ));
      case 'add':
        return void (await owner.call.channel.addMembers({ channelId, userIds: [this.#person(step.who).user.id] }));
      case 'read':
        return void (await this.#refusable(
          this.#person(step.who).call.channel.markRead({ channelId, seq: 2_147_483_647 }),
        ));
      case 'unread':
        return this.#markUnread(step);
      case 'leave':
        return void (await this.#refusable(this.#person(step.who).call.channel.leave({ channelId })));
      case 'reconnect':
        return this.readers[step.who]?.connect(this.#server((step.who + 1) % 2));
      case 'restart':
        return this.#restart(step.server);
      case 'lose':
        this.#share = step.share;
    }
  }

  async #restart(n: number): Promise<void> {
    const [server, bus] = [this.#servers[n], this.#buses[n]];
    if (!server || !bus) return;
    const reading = this.readers.filter((reader) => reader.isOpen);
    this.#stopServer(server);
    await Promise.all(reading.map((reader) => reader.disconnect()));
    this.#servers[n] = this.#startServer(bus);
  }

  /** Changes what hangs on a message, or the person's own place in its thread. */
  async #touch(step: Extract<Step, { kind: 'react' | 'unreact' | 'pin' | 'unpin' | 'readThread' }>): Promise<void> {
    return this.#change(step, (call, id) => {
      switch (step.kind) {
        case 'react':
          return call.message.react({ id, emoji: step.emoji });
        case 'unreact':
          return call.message.unreact({ id, emoji: step.emoji });
        case 'pin':
          return call.message.pin({ id });
        case 'unpin':
          return call.message.unpin({ id });
        case 'readThread':
          return this.#readThread(call, id);
      }
    });
  }

  async #readThread(call: Person['call'], id: string): Promise<void> {
    const { parentId } = await call.message.get({ id });
    if (parentId === null) await call.thread.markRead({ parentId: id, seq: 2_147_483_647 });
  }

  async #markUnread({ who, which }: Extract<Step, { kind: 'unread' }>): Promise<void> {
    const { outcome } = this.sends[which % Math.max(this.sends.length, 1)] ?? {};
    const { channelId } = this;
    if (outcome?.kind === 'ok')
      await this.#refusable(this.#person(who).call.channel.markUnread({ channelId, seq: outcome.seq }));
  }

  async #reply({ who, which, alsoToChannel }: Extract<Step, { kind: 'reply' }>): Promise<void> {
    const { outcome, parentId } = this.sends[which % Math.max(this.sends.length, 1)] ?? {};
    if (outcome?.kind !== 'ok') return;
    // What answers a reply goes to the message above it, as the interface does.
    await this.#send({ who, copies: 2, parentId: parentId ?? outcome.id, alsoToChannel });
  }

  async #send({ who, copies, parentId, alsoToChannel }: SendStep): Promise<void> {
    const person = this.#person(who);
    const nonce = newId();
    const record: SendRecord = { nonce, parentId, invokedAt: performance.now(), outcome: null };
    this.sends.push(record);
    const send = (n: number) => {
      const call = createCaller(contextFor(this.#server(n % 2), person));
      const message = { channelId: this.channelId, body: `body ${nonce}`, nonce };
      return this.#refusable(call.message.send(parentId === null ? message : { ...message, parentId, alsoToChannel }));
    };
    const answers = await Promise.all(Array.from({ length: copies }, (_, n) => send(n)));
    const [placed] = answers.filter((answer) => answer !== null);
    record.outcome = placed ? { kind: 'ok', at: performance.now(), seq: placed.seq, id: placed.id } : { kind: 'fail' };
    if (answers.some((answer) => answer && answer.id !== placed?.id)) throw new Error('One nonce gave two messages.');
  }

  async #change(
    { who, which }: { who: number; which: number },
    change: (call: Person['call'], id: string) => Promise<unknown>,
  ): Promise<void> {
    const { outcome } = this.sends[which % Math.max(this.sends.length, 1)] ?? {};
    if (outcome?.kind === 'ok') await this.#refusable(change(this.#person(who).call, outcome.id));
  }

  #person(who: number): Person {
    const person = this.#people[who];
    if (!person) throw new Error(`There is no person ${who}.`);
    return person;
  }

  /** Null when the answer was a definite no: not a member (any more), not the author, deleted meanwhile. */
  async #refusable<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'NOT_FOUND' || code === 'FORBIDDEN' || code === 'CONFLICT') return null;
      throw error;
    }
  }
}
