import type { Said } from './channel-talk.ts';
import type { MessageRow, ReactionRow, RevisionRow } from './company.ts';
import { idAt } from './demo-ids.ts';
import type { Random } from './random.ts';

/** Something durable that happened in a channel: it is handed the number it takes. */
export interface Happening {
  at: number;
  take: (seq: number) => void;
}

export interface BuiltTalk {
  messages: MessageRow[];
  revisions: RevisionRow[];
  reactions: ReactionRow[];
  /** What takes numbers in all this: the rows have theirs once each was handed one. */
  happenings: Happening[];
}

interface Place {
  readonly channelId: string;
  readonly userIds: ReadonlyMap<string, string>;
}

const iso = (at: number) => new Date(at).toISOString();

/** The id of a person or a channel that a scene names. */
export function knownId(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`A scene names ${name}, whom nobody knows.`);
  return id;
}

/** The rows of what was said in a channel, with what hangs on it. */
export function buildTalk(talk: readonly Said[], { channelId, userIds }: Place, random: Random): BuiltTalk {
  const built: BuiltTalk = { messages: [], revisions: [], reactions: [], happenings: [] };
  const rows = new Map<Said, MessageRow>();
  for (const said of talk) {
    const root = said.root && rows.get(said.root);
    const authorId = knownId(userIds, said.handle);
    const row = messageRow(said, { id: idAt(said.at, random), channelId, authorId, parentId: root?.id ?? null });
    rows.set(said, row);
    built.messages.push(row);
    built.happenings.push(...messageHappenings(said, row), ...(root ? [replyHappening(row, said.at, root)] : []));
    for (const { at, handle, emoji } of said.reactions) {
      const reaction = reactionRow(row, { at, emoji, userId: knownId(userIds, handle) });
      built.reactions.push(reaction);
      built.happenings.push({ at, take: (seq) => reacted(reaction, row, seq) });
    }
    if (said.pinned) built.happenings.push(pinHappening(row, said.pinned.at, knownId(userIds, said.pinned.by)));
    if (said.edit)
      built.revisions.push(revisionRow(row, said.edit.at, { id: idAt(said.edit.at, random), body: said.body }));
  }
  return built;
}

function messageRow(said: Said, ids: Pick<MessageRow, 'id' | 'channelId' | 'authorId' | 'parentId'>): MessageRow {
  return {
    ...ids,
    seq: 0,
    changeSeq: 0,
    editSeq: null,
    body: said.deletedAt ? '' : (said.edit?.body ?? said.body),
    nonce: ids.id,
    createdAt: iso(said.at),
    editedAt: said.edit ? iso(said.edit.at) : null,
    deletedAt: said.deletedAt ? iso(said.deletedAt) : null,
    deletedById: said.deletedAt ? ids.authorId : null,
    pinnedAt: null,
    pinnedById: null,
    replyCount: 0,
    lastReplyAt: null,
    participantIds: [],
  };
}

function changed(row: MessageRow, seq: number): void {
  row.changeSeq = seq;
}

function messageHappenings({ at, edit, deletedAt }: Said, row: MessageRow): Happening[] {
  const born = (seq: number): void => {
    row.seq = seq;
    changed(row, seq);
  };
  const happenings = [{ at, take: born }];
  if (deletedAt !== undefined) happenings.push({ at: deletedAt, take: (seq) => changed(row, seq) });
  if (edit) {
    const take = (seq: number): void => {
      row.editSeq = seq;
      changed(row, seq);
    };
    happenings.push({ at: edit.at, take });
  }
  return happenings;
}

/** A reply is counted at its parent, in the number after its own. */
function replyHappening(reply: MessageRow, at: number, parent: MessageRow): Happening {
  const take = (seq: number): void => {
    changed(parent, seq);
    parent.replyCount += 1;
    parent.lastReplyAt = reply.createdAt;
    if (!parent.participantIds.includes(reply.authorId)) parent.participantIds.push(reply.authorId);
  };
  return { at, take };
}

function pinHappening(row: MessageRow, at: number, pinnedById: string): Happening {
  const take = (seq: number): void => {
    changed(row, seq);
    row.pinnedAt = iso(at);
    row.pinnedById = pinnedById;
  };
  return { at, take };
}

function reactionRow(
  { id, authorId }: MessageRow,
  { at, emoji, userId }: { at: number; emoji: string; userId: string },
): ReactionRow {
  return { messageId: id, userId, emoji, seq: 0, authorId, createdAt: iso(at) };
}

function reacted(reaction: ReactionRow, row: MessageRow, seq: number): void {
  reaction.seq = seq;
  changed(row, seq);
}

function revisionRow(
  { id: messageId, authorId }: MessageRow,
  at: number,
  before: { id: string; body: string },
): RevisionRow {
  return { ...before, messageId, replacedAt: iso(at), editorId: authorId };
}
