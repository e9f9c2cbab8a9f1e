import { buildTalk, type Happening, knownId } from './build-talk.ts';
import type { WorkingDay } from './calendar.ts';
import { channelTalk } from './channel-talk.ts';
import type {
  ChannelMemberRow,
  ChannelRow,
  MessageRow,
  ReactionRow,
  ReadMarkRow,
  RevisionRow,
  ThreadFollowRow,
} from './company.ts';
import { followThreads } from './follow-threads.ts';
import type { DemoChannel } from './northwind/channels.ts';
import type { Random } from './random.ts';
import { placeReader, readMark, threadMarks } from './read-positions.ts';

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
  reactions: ReactionRow[];
  follows: ThreadFollowRow[];
  readMarks: ReadMarkRow[];
}

const iso = (at: number) => new Date(at).toISOString();

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

/** Nobody owns a conversation of people. */
function ownerOf({ kind, owner }: DemoChannel): string | null {
  return kind === 'DIRECT' || kind === 'GROUP' ? null : owner;
}

function membership(stay: Stay, owner: string | null, ids: { channelId: string; userId: string }): ChannelMemberRow {
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
  const channelId = knownId(around.channelIds, demo.name);
  const who = stays(demo, around, random);
  const mention = (name: string) =>
    name[0] === '@'
      ? `<@${knownId(around.userIds, name.slice(1))}>`
      : `<#${knownId(around.channelIds, name.slice(1))}>`;
  const talk = channelTalk(demo, around.days, { random, mention, present: speakers(demo, who) });

  const seats = who.map((stay) => {
    const userId = knownId(around.userIds, stay.handle);
    return { stay, row: membership(stay, ownerOf(demo), { channelId, userId }) };
  });
  const built = buildTalk(talk, { channelId, userIds: around.userIds }, random);
  const seq = number([...seats.flatMap(({ stay, row }) => memberHappenings(stay, row)), ...built.happenings]);
  const messages = built.messages.sort((one, other) => one.seq - other.seq);
  for (const { stay, row } of seats) {
    if (stay.until !== undefined) continue;
    placeReader(row, { handle: stay.handle, channel: demo.name, messages, seq }, random);
  }
  const members = seats.map(({ row }) => row);
  const follows = followThreads(messages, around.userIds);
  return {
    channel: {
      id: channelId,
      workspaceId: around.workspaceId,
      kind: demo.kind,
      ...naming(demo, around),
      topic: demo.topic,
      description: demo.description,
      seq,
      changeSeq: 1,
      memberCount: seats.filter(({ stay }) => stay.until === undefined).length,
      isDefault: demo.isDefault ?? false,
      createdById: knownId(around.userIds, demo.owner),
      createdAt: iso(around.began),
    },
    members,
    messages,
    revisions: built.revisions,
    reactions: built.reactions,
    follows,
    readMarks: [
      ...members.flatMap((row) => (row.leftAt ? [] : readMark(row, { messages, now: around.now }, random))),
      ...threadMarks(follows, { messages, now: around.now }, random),
    ],
  };
}

/** A channel is known by its name, a conversation by its people. */
function naming(demo: DemoChannel, { userIds }: Surroundings): Pick<ChannelRow, 'name' | 'nameKey' | 'directKey'> {
  if (demo.kind === 'PUBLIC' || demo.kind === 'PRIVATE') {
    return { name: demo.name, nameKey: demo.name, directKey: null };
  }
  const people = (demo.members ?? []).map((handle) => knownId(userIds, handle));
  return { name: '', nameKey: null, directKey: people.sort().join(' ') };
}
