import type { ChangeRead } from '../src/channel-stream.ts';
import { type EncodedEvent, EVERYBODY, encodeChannelEvent } from '../src/encoded-event.ts';
import type { ChannelEvent } from '../src/events.ts';
import { sampleMessage, sampleUser } from './sample-message.ts';

const AT = '2026-01-02T03:04:05.678Z';
/** What a failing read throws. */
export const DATABASE_AWAY = new Error('The database is away.');
export const CHANNEL_ID = '0190a000-0000-7000-8000-00000000000c';

interface Row {
  changeSeq: number;
  event: ChannelEvent;
  endsFor: string | null;
}

/** A channel as the database keeps it: one counter, and rows that remember the number of their last change. */
export class FakeChannel {
  head = 0;
  /** What was told at each number. */
  readonly history = new Map<number, EncodedEvent>();
  /** Reads that are to fail before one succeeds. */
  failures = 0;
  /** Reads that were begun, by readers and by the hub. */
  reads = 0;
  /** Awaited by each read between its snapshot and its answer. */
  delay: () => Promise<void> = async () => undefined;
  deleted = false;
  readonly #rows = new Map<string, Row>();
  readonly #members = new Set<string>();

  constructor(members: string[]) {
    for (const member of members) this.#members.add(member);
  }

  isMember(userId: string): boolean {
    return this.#members.has(userId) && !this.deleted;
  }

  send(body = 'Hello'): EncodedEvent {
    return this.#writeMessage(`message ${this.head + 1}`, this.head + 1, body);
  }

  /** Changes a message that was sent before; `pick` chooses which. */
  edit(pick: number): EncodedEvent {
    const ids = [...this.#rows.keys()].filter((id) => id.startsWith('message'));
    const id = ids[pick % ids.length];
    return id ? this.#writeMessage(id, Number(id.slice('message '.length)), `Edited ${this.head + 1}`) : this.send();
  }

  leave(userId: string): EncodedEvent {
    this.#members.delete(userId);
    return this.#writeMember(userId, AT);
  }

  join(userId: string): EncodedEvent {
    this.#members.add(userId);
    return this.#writeMember(userId, null);
  }

  /** Deletes the channel for everybody. */
  end(): EncodedEvent {
    this.deleted = true;
    const channel = {
      id: CHANNEL_ID,
      workspaceId: CHANNEL_ID,
      kind: 'PUBLIC',
      name: 'general',
      topic: '',
      description: '',
      memberCount: 0,
      isDefault: false,
      seq: this.head + 1,
      archivedAt: null,
      createdAt: AT,
    } as const;
    return this.#write('channel', { type: 'channel', channel }, EVERYBODY);
  }

  /** A change of a row that is gone for good: the number is taken, and nothing shows it. */
  vanish(): null {
    this.head += 1;
    return null;
  }

  /** Rows that still show, after a number. */
  after(seq: number): EncodedEvent[] {
    return [...this.#rows.values()]
      .filter((row) => row.changeSeq > seq)
      .sort((a, b) => a.changeSeq - b.changeSeq)
      .map((row) => encodeChannelEvent(row.changeSeq, row.event, row.endsFor));
  }

  async readChanges(viewerId: string, afterSeq: number, limit: number): Promise<ChangeRead> {
    const snapshot = this.isMember(viewerId) ? this.#page(afterSeq, limit) : 'NOT_FOUND';
    await this.#answer();
    return afterSeq > this.head ? 'RESYNC' : snapshot;
  }

  async readForAll(afterSeq: number, limit: number): Promise<{ events: EncodedEvent[]; more: boolean }> {
    const snapshot = this.#page(afterSeq, limit);
    await this.#answer();
    return snapshot;
  }

  async readHead(viewerId: string): Promise<number | 'NOT_FOUND'> {
    const snapshot = this.isMember(viewerId) ? this.head : 'NOT_FOUND';
    await this.#answer();
    return snapshot;
  }

  async #answer(): Promise<void> {
    this.reads += 1;
    await this.delay();
    if (this.failures === 0) return;
    this.failures -= 1;
    throw DATABASE_AWAY;
  }

  #page(afterSeq: number, limit: number): { events: EncodedEvent[]; more: boolean } {
    const rows = this.after(afterSeq);
    return { events: rows.slice(0, limit), more: rows.length > limit };
  }

  #writeMessage(id: string, seq: number, body: string): EncodedEvent {
    const message = sampleMessage({ seq, changeSeq: this.head + 1, body, nonce: id });
    return this.#write(id, { type: 'message', message }, null);
  }

  #writeMember(userId: string, leftAt: string | null): EncodedEvent {
    const changeSeq = this.head + 1;
    const user = sampleUser(userId);
    const member = { channelId: CHANNEL_ID, userId, user, role: 'MEMBER', joinedAt: AT, leftAt, changeSeq } as const;
    return this.#write(`member ${userId}`, { type: 'member', member, memberCount: 1 }, leftAt ? userId : null);
  }

  #write(id: string, event: ChannelEvent, endsFor: string | null): EncodedEvent {
    this.head += 1;
    this.#rows.set(id, { changeSeq: this.head, event, endsFor });
    const encoded = encodeChannelEvent(this.head, event, endsFor);
    this.history.set(this.head, encoded);
    return encoded;
  }
}
