import type { ChannelEvent } from '@parley/realtime/events';
import type { Message, User } from '@parley/realtime/shapes';
import type { NumberedEvent } from '../apply-event.ts';
import type { MessagePage } from '../channel-log.ts';

export const CHANNEL = '0198a000-0000-7000-8000-00000000c0c0';

export function person(number: number): User {
  return {
    id: `0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    handle: `person-${number}`,
    displayName: `Person ${number}`,
    avatarUrl: null,
    kind: 'PERSON',
    title: null,
    timezone: null,
    status: null,
    deactivatedAt: null,
  };
}

/** A message for a test; what is not given is ordinary. */
export function message(seq: number, fields: Partial<Message> = {}): Message {
  return {
    id: `0198a000-0000-7000-9000-${String(seq).padStart(12, '0')}`,
    channelId: CHANNEL,
    author: person(1),
    seq,
    changeSeq: seq,
    kind: 'USER',
    body: `Message ${seq}`,
    nonce: `nonce-${seq}`,
    createdAt: new Date(Date.UTC(2026, 0, 1) + seq * 1_000).toISOString(),
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    parentId: null,
    alsoToChannel: false,
    system: null,
    reactions: [],
    attachments: [],
    previews: [],
    mentions: { userIds: [], channel: false, here: false },
    pinnedAt: null,
    pinnedBy: null,
    thread: null,
    ...fields,
  };
}

/** A channel as the server has it, in memory: the model that the client's copy is compared with. */
export class ModelChannel {
  seq = 0;
  readonly messages: Message[] = [];
  readonly events: NumberedEvent[] = [];

  send(author = person(1), nonce?: string): Message {
    const seq = this.#next();
    const sent = message(seq, { author, ...(nonce ? { nonce } : {}) });
    this.messages.push(sent);
    this.#tell({ type: 'message', message: sent });
    return sent;
  }

  edit(index: number, body: string): Message | undefined {
    return this.#change(index, { body, editedAt: '2026-02-01T00:00:00.000Z' });
  }

  delete(index: number): Message | undefined {
    return this.#change(index, { body: '', deletedAt: '2026-02-02T00:00:00.000Z' });
  }

  join(number: number): void {
    const changeSeq = this.#next();
    const user = person(number);
    const member = { channelId: CHANNEL, userId: user.id, user, role: 'MEMBER', leftAt: null, changeSeq } as const;
    const joinedAt = '2026-01-01T00:00:00.000Z';
    this.#tell({ type: 'member', member: { ...member, joinedAt }, memberCount: number });
  }

  newest(limit: number): MessagePage {
    return this.#page(Math.max(0, this.messages.length - limit), this.messages.length);
  }

  before(seq: number, limit: number): MessagePage {
    const end = this.messages.filter((other) => other.seq < seq).length;
    return this.#page(Math.max(0, end - limit), end);
  }

  after(seq: number, limit: number): MessagePage {
    const start = this.messages.filter((other) => other.seq <= seq).length;
    return this.#page(start, start + limit);
  }

  around(seq: number, limit: number): MessagePage {
    const middle = this.messages.filter((other) => other.seq < seq).length;
    return this.#page(Math.max(0, middle - (limit >> 1)), middle + (limit - (limit >> 1)));
  }

  #page(start: number, end: number): MessagePage {
    const items = this.messages.slice(start, end);
    return {
      items,
      olderCursor: start > 0 ? `<${items[0]?.seq}` : null,
      newerCursor: end < this.messages.length ? `>${items.at(-1)?.seq}` : null,
      seq: this.seq,
    };
  }

  #change(index: number, fields: Partial<Message>): Message | undefined {
    const place = this.messages.length === 0 ? 0 : index % this.messages.length;
    const before = this.messages[place];
    if (!before || before.deletedAt) return undefined;
    const after = { ...before, ...fields, changeSeq: this.#next() };
    this.messages[place] = after;
    this.#tell({ type: 'message', message: after });
    return after;
  }

  #next(): number {
    this.seq += 1;
    return this.seq;
  }

  #tell(event: ChannelEvent): void {
    this.events.push({ seq: this.seq, event });
  }
}
