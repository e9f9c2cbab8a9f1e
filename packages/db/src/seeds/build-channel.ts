import type { WorkingDay } from './calendar.ts';
import { channelTalk, type Said } from './channel-talk.ts';
import type { ChannelMemberRow, ChannelRow, MessageRow, RevisionRow } from './company.ts';
import { idAt } from './demo-ids.ts';
import type { DemoChannel } from './northwind/channels.ts';
import type { Random } from './random.ts';
import { placeReader } from './read-positions.ts';

export interface Surroundings {
  workspaceId: string;
  days: readonly WorkingDay[];
  /** When the company began to use Parley, in milliseconds since 1970. */
  began: number;
  now: number;
  /** Ids of people by handle, and of channels by name. */
  userIds: ReadonlyMap<string, string>;
  channelIds: ReadonlyMap<string, string>;
}

export interface BuiltChannel {
  channel: ChannelRow;
  members: ChannelMemberRow[];
  messages: MessageRow[];
  revisions: RevisionRow[];
}

/** Something durable that happened in the channel: it is handed the number it takes. */
interface Happening {
  at: number;
  take: (seq: number) => void;
}

const iso = (at: number) => new Date(at).toISOString();

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`A scene names ${name}, whom nobody knows.`);
  return id;
}

interface Stay {
  handle: string;
  from: number;
  until: number | undefined;
}

/** Who is in the channel from when: all from the start, but for one who came later, and in #random one who left. */
function stays(channel: DemoChannel, { began, now, userIds }: Surroundings, random: Random): Stay[] {
  const everyone = random.shuffle([...userIds.keys()].filter((handle) => handle !== 'deploybot'));
  const handles = [...(channel.members ?? everyone)];
  const order = [channel.owner, ...handles.filter((handle) => handle !== channel.owner)];
  const late =
    handles.length > 8 && !channel.isDefault ? handles.filter((handle) => handle !== 'deploybot').at(-1) : undefined;
  const leaver = channel.name === 'random' ? 'ingrid' : undefined;
  return order.map((handle, index) => ({
    handle,
    from: handle === late ? began + (now - began) * 0.55 : began + (index + 1) * 1_000,
    until: handle === leaver ? began + (now - began) * 0.6 : undefined,
  }));
}

function speakers(channel: DemoChannel, all: readonly Stay[]): (at: number) => string[] {
  const order = channel.members ?? all.map(({ handle }) => handle);
  const stayOf = new Map(all.map((stay) => [stay.handle, stay]));
  return (at) =>
    order.filter((handle) => {
      const stay = stayOf.get(handle);
      return stay !== undefined && stay.from < at && (stay.until === undefined || at + 3_600_000 < stay.until);
    });
}

function membership(stay: Stay, owner: string, ids: { channelId: string; userId: string }): ChannelMemberRow {
  return {
    ...ids,
    role: stay.handle === owner && stay.until === undefined ? 'OWNER' : 'MEMBER',
    lastReadSeq: 0,
    starred: false,
    mutedUntil: null,
    joinedAt: iso(stay.from),
    leftAt: stay.until === undefined ? null : iso(stay.until),
    changeSeq: 0,
  };
}

function memberHappenings(stay: Stay, row: ChannelMemberRow): Happening[] {
  const take = (seq: number) => {
    row.changeSeq = seq;
    row.lastReadSeq = seq;
  };
  return stay.until === undefined
    ? [{ at: stay.from, take }]
    : [
        { at: stay.from, take },
        { at: stay.until, take },
      ];
}

function message(said: Said, ids: { id: string; channelId: string; authorId: string }): MessageRow {
  return {
    ...ids,
    seq: 0,
    changeSeq: 0,
    body: said.deletedAt ? '' : (said.edit?.body ?? said.body),
    nonce: ids.id,
    createdAt: iso(said.at),
    editedAt: said.edit ? iso(said.edit.at) : null,
    deletedAt: said.deletedAt ? iso(said.deletedAt) : null,
  };
}

function messageHappenings(said: Said, row: MessageRow): Happening[] {
  const changed = said.edit?.at ?? said.deletedAt;
  const born = (seq: number) => {
    row.seq = seq;
    row.changeSeq = seq;
  };
  const change = (seq: number) => {
    row.changeSeq = seq;
  };
  return changed === undefined
    ? [{ at: said.at, take: born }]
    : [
        { at: said.at, take: born },
        { at: changed, take: change },
      ];
}

/** Numbers everything that happened in order of time, from 2 on (1 is the channel's making), and answers the last number. */
function number(happenings: Happening[]): number {
  happenings.sort((one, other) => one.at - other.at);
  let seq = 1;
  for (const { take } of happenings) {
    seq += 1;
    take(seq);
  }
  return seq;
}

/** Builds a channel with its members, a month of talk and how far each has read; its numbers are without a gap. */
export function buildChannel(demo: DemoChannel, around: Surroundings, random: Random): BuiltChannel {
  const channelId = known(around.channelIds, demo.name);
  const who = stays(demo, around, random);
  const mention = (name: string) =>
    name[0] === '@' ? `<@${known(around.userIds, name.slice(1))}>` : `<#${known(around.channelIds, name.slice(1))}>`;
  const talk = channelTalk(demo, around.days, { random, mention, present: speakers(demo, who) });

  const seats = who.map((stay) => {
    const userId = known(around.userIds, stay.handle);
    return { stay, row: membership(stay, demo.owner, { channelId, userId }) };
  });
  const spoken = talk.map((said) => {
    const authorId = known(around.userIds, said.handle);
    return { said, row: message(said, { id: idAt(said.at, random), channelId, authorId }) };
  });
  const seq = number([
    ...seats.flatMap(({ stay, row }) => memberHappenings(stay, row)),
    ...spoken.flatMap(({ said, row }) => messageHappenings(said, row)),
  ]);
  const messages = spoken.map(({ row }) => row).sort((one, other) => one.seq - other.seq);
  for (const { stay, row } of seats) {
    if (stay.until !== undefined) continue;
    placeReader(row, { handle: stay.handle, channel: demo.name, messages, seq }, random);
  }
  return {
    channel: {
      id: channelId,
      workspaceId: around.workspaceId,
      kind: demo.kind,
      name: demo.name,
      nameKey: demo.name,
      topic: demo.topic,
      description: demo.description,
      seq,
      changeSeq: 1,
      memberCount: seats.filter(({ stay }) => stay.until === undefined).length,
      isDefault: demo.isDefault ?? false,
      createdById: known(around.userIds, demo.owner),
      createdAt: iso(around.began),
    },
    members: seats.map(({ row }) => row),
    messages,
    revisions: spoken.flatMap(({ said, row }) =>
      said.edit
        ? [
            {
              id: idAt(said.edit.at, random),
              messageId: row.id,
              body: said.body,
              replacedAt: iso(said.edit.at),
              editorId: row.authorId,
            },
          ]
        : [],
    ),
  };
}
