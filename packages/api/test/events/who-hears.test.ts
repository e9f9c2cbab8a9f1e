import { useTestDatabase } from '@parley/db/testing/test-database';
import type { Message } from '@parley/realtime/shapes';
import type { ChannelSignal, InboxEvent, PresenceChange } from '@parley/realtime/signals';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { allDeeds, type Deed, type EventName } from '../../src/testing/events/deeds.ts';
import { type EventStage, makeEventStage, write } from '../../src/testing/events/event-stage.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { following, type Numbered, Watch } from '../hardening/watch.ts';
import { createTestRealtime } from '../realtime.ts';
import type { Person } from '../world.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let stage: EventStage;
beforeEach(async () => {
  stage = await makeEventStage(realtime);
});
afterAll(() => realtime.hub.close());

/** Whether it is of the messages that follow a deed, so that what comes of the deed has come by then. */
function isMarker(event: InboxEvent): boolean {
  return 'channelId' in event && [stage.generalId, stage.elsewhere.generalId].includes(event.channelId);
}

/** All that somebody listens to, or tries to. */
class Ears {
  readonly inbox: Watch<InboxEvent>;
  readonly events: Watch<Numbered>;
  readonly signals: Watch<ChannelSignal>;
  readonly presence: Watch<PresenceChange>;

  constructor(person: Person, { workspaceId, channelId }: { workspaceId: string; channelId: string }) {
    const { ana } = stage;
    const at = { realtime, person };
    this.inbox = new Watch(at, (call) => call.inbox({ workspaceId }));
    this.events = new Watch(at, following(channelId));
    this.signals = new Watch(at, (call) => call.channel.onSignal({ channelId }));
    this.presence = new Watch(at, (call) => call.presence.onChange({ userIds: [ana.user.id] }));
  }

  /** Waits until everything is open, or was refused. */
  async ready(): Promise<this> {
    await this.inbox.until(({ type }) => type === 'ready');
    return this;
  }

  /** The names of all that was heard, but for the first word of each subscription. */
  get heard(): string[] {
    return [
      ...this.inbox.said.filter((event) => event.type !== 'ready' && !isMarker(event)).map(({ type }) => type),
      ...this.events.said.map(({ event }) => event.type),
      ...this.signals.said.map(({ type }) => type),
      ...this.presence.said.filter(({ status }) => status !== 'OFFLINE').map(() => 'presence'),
    ];
  }

  /** Waits until an event was heard. */
  async until(name: EventName): Promise<void> {
    if (name === 'presence') await this.presence.until(({ status }) => status === 'ONLINE');
    else if (name === 'typing' || name === 'receipt' || name === 'delivered')
      await this.signals.until(({ type }) => type === name);
    else if (name === 'message' || name === 'member' || name === 'channel')
      await this.events.until(({ event }) => event.type === name);
    else await this.inbox.until(({ type }) => type === name);
  }

  /** Waits for a message in a channel that is not what the deeds are about. */
  async untilLater({ channelId, seq }: Message): Promise<void> {
    const isIt = (event: InboxEvent) =>
      event.type === 'channelActivity' && event.channelId === channelId && event.seq >= seq;
    await this.inbox.until(isIt);
  }

  close(): void {
    for (const watch of [this.inbox, this.events, this.signals, this.presence]) watch.close();
  }
}

async function play(name: EventName, deed: Deed): Promise<Record<'ben' | 'cem' | 'dag' | 'eve', string[]>> {
  const { ana, ben, cem, dag, eve, fay, workspaceId, generalId, elsewhere } = stage;
  const act = await deed.prepare(stage);
  const channelId = deed.inDirect ? stage.directId : stage.roomId;
  const open = (person: Person, id: string) => new Ears(person, { workspaceId: id, channelId }).ready();
  const [bens, cems, dags, eves] = await Promise.all([
    open(ben, workspaceId),
    open(cem, workspaceId),
    open(dag, workspaceId),
    open(eve, elsewhere.workspaceId),
  ]);
  await act();
  await bens.until(name);
  const [later, laterElsewhere] = [await write(ana, generalId), await write(fay, elsewhere.generalId)];
  await Promise.all([cems.untilLater(later), dags.untilLater(later), eves.untilLater(laterElsewhere)]);
  const all = { ben: bens.heard, cem: cems.heard, dag: dags.heard, eve: eves.heard };
  for (const ears of [dags, eves]) {
    expect([await ears.events.ended, await ears.signals.ended]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  }
  for (const ears of [bens, cems, dags, eves]) ears.close();
  return all;
}

describe.each(allDeeds)('%s', (name, deed) => {
  it('reaches whom it concerns, and nobody else', async () => {
    const heard = await play(name, deed);
    expect(heard.ben).toContain(name);
    expect(heard.eve).toEqual([]);
    expect([...new Set(heard.dag)]).toEqual(deed.concerns === 'workspace' ? [name] : []);
    if (deed.concerns === 'ben') expect(heard.cem).not.toContain(name);
    else expect(heard.cem).toContain(name);
  });
});
