import { saveSectionsInput } from '@parley/api/channel/section.input';
import type { AppRouter } from '@parley/api/root';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addSection, changeSection } from '../features/sidebar/section-changes.ts';
import type { Api } from '../trpc/trpc.ts';
import { InOrder } from './in-order.ts';
import { type SectionList, Sections } from './sections.ts';
import { apiError, type Fate, fates, next, slowCall, wait } from './testing/slow-call.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const look = { collapsed: false, order: 'NAME' } as const;
const names = ['one', 'two', 'three'];
const idOf = (n: number) => `0198a000-0000-7000-a000-${String(n).padStart(12, '0')}`;
const workspaceId = idOf(99);
/** One person's sections on a server, and the devices that show them. */
class Server {
  list: SectionList = {
    version: 0,
    sections: names.map((name, sort) => ({ ...look, id: idOf(sort), name, channelIds: [], sort })),
    looks: { starred: look, channels: look, directs: look },
  };
  readonly devices: Device[] = [];
  readonly #fate: () => Fate;
  #made = names.length;

  constructor(fate: () => Fate) {
    this.#fate = fate;
  }

  api(): Api {
    const link: TRPCLink<AppRouter> =
      () =>
      ({ op }) =>
        observable((observer) => {
          const [fate, reads] = [this.#fate(), op.type === 'query'];
          // What fails to be read anew is read when the connection is back.
          slowCall(reads ? { ...fate, lost: 'never' } : fate, () => (reads ? this.list : this.#save(op.input))).then(
            (data) => {
              observer.next({ result: { type: 'data', data } });
              observer.complete();
            },
            (error: unknown) => observer.error(TRPCClientError.from(error instanceof Error ? error : new Error())),
          );
        });
    return createTRPCClient<AppRouter>({ links: [link] });
  }

  #save(input: unknown): SectionList {
    const { version, sections, looks = this.list.looks } = saveSectionsInput.parse(input);
    if (version !== this.list.version) throw apiError('CONFLICT', 'SECTIONS_CHANGED');
    const stored = sections.map((section) => ({ ...section, id: section.id ?? idOf(this.#made++) }));
    const saved = { version: version + 1, sections: stored, looks };
    this.list = saved;
    for (const device of this.devices) device.hear(saved.version, this.#fate().there);
    return this.list;
  }
}

/** What one did on a device: a section is folded or not, a new one is there, or the channels are folded or not. */
interface Deed {
  readonly name: string;
  readonly collapsed: boolean;
  readonly makes: boolean;
  isRefused: boolean;
}

class Device {
  readonly deeds: Deed[] = [];
  /** What was shown and should not have been. */
  readonly faults: string[] = [];
  readonly #underWay: Deed[] = [];
  readonly #sections: Sections;
  readonly #events = new InOrder();
  readonly #read: () => SectionList | undefined;

  constructor(server: Server) {
    const [api, queryClient] = [server.api(), new QueryClient()];
    const key = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient }).channel.sections.queryKey({
      workspaceId,
    });
    this.#read = () => queryClient.getQueryData(key);
    queryClient.setQueryData(key, server.list);
    this.#sections = new Sections({ api, queryClient, workspaceId, onRefused: () => this.#refused() });
    queryClient.getQueryCache().subscribe(() => this.#check());
  }

  get list(): SectionList {
    const list = this.#read();
    if (!list) throw new Error('The sections were read at the beginning.');
    return list;
  }

  hear(version: number, after: number): void {
    void this.#events.ask('', () =>
      wait(after).then(() => void this.#sections.refresh(version).catch(() => undefined)),
    );
  }

  do(name: string): void {
    const own = this.list.sections.find((one) => one.name === name);
    const here = name === 'channels' ? this.list.looks.channels : own;
    const deed = { name, collapsed: here?.collapsed === false, makes: !here, isRefused: false };
    this.deeds.push(deed);
    this.#underWay.push(deed);
    void this.#carryOut(deed, own?.id ?? null).then(() => {
      if (!deed.isRefused) this.#underWay.splice(this.#underWay.indexOf(deed), 1);
    });
    this.#check();
  }

  #carryOut({ name, collapsed }: Deed, id: string | null): Promise<void> {
    if (name === 'channels') return this.#sections.changeLook('channels', { collapsed });
    return this.#sections.change(id === null ? addSection(name) : changeSection(id, { collapsed }));
  }

  wasNeverMade(name: string): boolean {
    return this.deeds.some((deed) => deed.name === name && deed.makes && deed.isRefused);
  }

  /** They are answered in order. */
  #refused(): void {
    const deed = this.#underWay.shift();
    if (deed) deed.isRefused = true;
  }

  #check(): void {
    const { sections, looks } = this.list;
    const shown = new Map(
      [...sections, { name: 'channels', ...looks.channels }].map((one) => [one.name, one.collapsed]),
    );
    if (shown.size !== sections.length + 1) this.faults.push(`twice in ${sections.map(({ name }) => name).join()}`);
    const last = new Map(this.#underWay.map((deed) => [deed.name, deed.collapsed]));
    for (const [name, collapsed] of last)
      if (!this.wasNeverMade(name) && shown.get(name) !== collapsed) this.faults.push(`${name} was not ${collapsed}`);
  }
}

const step = fc.record({
  device: fc.nat(1),
  name: fc.constantFrom('one', 'one', 'two', 'channels', 'new', 'the new one'),
  waits: fc.nat(1_500),
});

test('what is changed stays on the screen, comes to the server once, and is the same on both devices', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 8 }), fates, async (steps, stream) => {
    const server = new Server(next(stream));
    const devices = [new Device(server), new Device(server)];
    server.devices.push(...devices);
    for (const [n, { device, name, waits }] of steps.entries()) {
      const its = devices[device];
      const made = its?.deeds.findLast(({ makes }) => makes)?.name ?? 'one';
      if (name === 'new') its?.do(`new ${n}`);
      else its?.do(name === 'the new one' && !its.wasNeverMade(made) ? made : name.replace('the new one', 'one'));
      await vi.advanceTimersByTimeAsync(waits);
    }
    await vi.advanceTimersByTimeAsync(120_000);
    const saved = new Map(
      [...server.list.sections, { name: 'channels', ...server.list.looks.channels }].map((one) => [
        one.name,
        one.collapsed,
      ]),
    );
    for (const [n, { faults, deeds, list }] of devices.entries()) {
      expect(faults).toEqual([]);
      expect(list).toEqual({ ...server.list, sections: server.list.sections.map((one, sort) => ({ ...one, sort })) });
      for (const deed of deeds) {
        const later = deeds.slice(deeds.indexOf(deed) + 1).some(({ name }) => name === deed.name);
        const elsewhere = devices[1 - n]?.deeds.some(({ name }) => name === deed.name);
        if (!deed.isRefused && !later && !elsewhere && !devices[n]?.wasNeverMade(deed.name))
          expect(saved.get(deed.name)).toBe(deed.collapsed);
      }
    }
  });
  await fc.assert(property, { numRuns: 120 });
});
