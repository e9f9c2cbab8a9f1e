import { newId } from '@parley/db/ids';
import type { Realtime } from '@parley/realtime/realtime';
import type { Message } from '@parley/realtime/shapes';
import { makePerson, makeWorkspace, type Person } from '../../../test/world.ts';

const names = ['Ana', 'Ben', 'Cem', 'Dag', 'Eve', 'Fay'] as const;

/** People who are to hear of something, or not. */
export interface EventStage {
  readonly realtime: Realtime;
  /** Owns the workspace and the room. */
  readonly ana: Person;
  /** Whoever hears of the deeds: in the room. */
  readonly ben: Person;
  /** In the room too, but it is not about them. */
  readonly cem: Person;
  /** In the workspace, not in the room. */
  readonly dag: Person;
  /** Of another workspace, with Fay. */
  readonly eve: Person;
  readonly fay: Person;
  readonly workspaceId: string;
  /** Where everybody in the workspace is. */
  readonly generalId: string;
  /** Private, of Ana, Ben and Cem. */
  readonly roomId: string;
  /** Of Ana and Ben alone. */
  readonly directId: string;
  readonly elsewhere: { readonly workspaceId: string; readonly generalId: string };
}

/** Makes everybody, both workspaces and the room. */
export async function makeEventStage(realtime: Realtime): Promise<EventStage> {
  const [ana, ben, cem, dag, eve, fay] = await Promise.all(names.map((name) => makePerson(realtime, name)));
  if (!ana || !ben || !cem || !dag || !eve || !fay) throw new Error('Somebody is missing.');
  const { id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cem, dag]);
  const other = await makeWorkspace(eve, [fay]);
  const roomId = await makeRoom({ ana, workspaceId }, [ben, cem]);
  const { id: directId } = await ana.call.direct.open({ workspaceId, userIds: [ben.user.id] });
  const elsewhere = { workspaceId: other.id, generalId: other.generalId };
  return { realtime, ana, ben, cem, dag, eve, fay, workspaceId, generalId, roomId, directId, elsewhere };
}

/** A private channel of Ana's with these people in it. */
export async function makeRoom(
  { ana, workspaceId }: Pick<EventStage, 'ana' | 'workspaceId'>,
  people: readonly Person[],
): Promise<string> {
  const memberIds = people.map((person) => person.user.id);
  const name = `room ${newId().slice(-8)}`;
  return (await ana.call.channel.create({ workspaceId, name, kind: 'PRIVATE', memberIds })).id;
}

/** Writes a message, or with `parentId` a reply. */
export function write(
  person: Person,
  channelId: string,
  reply: { parentId?: string; alsoToChannel?: boolean; body?: string } = {},
): Promise<Message> {
  return person.call.message.send({ channelId, body: 'hello', nonce: newId(), ...reply });
}
