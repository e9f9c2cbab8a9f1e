import type { Delivery, History, MembershipChange, SeenMessage, Send, Stream } from '../src/record/history.ts';

const CHANNEL = 'general';
const COUNT = 40;
const REMOVED_AT = 20;
const ADDED_AT = 30;

/** A history that can be doctored. */
export interface SampleHistory extends History {
  sends: Send[];
  streams: [Stream, Stream];
  memberships: MembershipChange[];
  polls: [History['polls'][number] & { messages: SeenMessage[] }];
  channels: [
    Omit<History['channels'][number], 'stored' | 'read' | 'unread'> & {
      stored: SeenMessage[];
      read: [{ userId: string; messages: SeenMessage[] }];
      unread: [{ userId: string; lastReadSeq: number; unread: number }];
    },
  ];
}

function message(seq: number): SeenMessage {
  return {
    kind: 'USER',
    id: `id${seq}`,
    nonce: `n${seq}`,
    authorId: seq % 2 ? 'ana' : 'ben',
    body: `body ${seq}`,
    seq,
  };
}

function deliver(found: SeenMessage | number, at: number): Delivery {
  return typeof found === 'number' ? { at, seq: found, message: null } : { at, seq: found.seq, message: found };
}

/**
 * Numbers 1 to 40, one each 100 ms, all but two of them messages by Ana and Ben: Cem, who reads too, is removed by number 20
 * and comes back by number 30. Nothing is wrong with it.
 */
export function sampleHistory(): SampleHistory {
  const seqs = Array.from({ length: COUNT }, (_, index) => index + 1);
  const stored = seqs.filter((seq) => seq !== REMOVED_AT && seq !== ADDED_AT).map(message);
  const sends = stored.map(
    ({ nonce, authorId, body, id, seq }): Send => ({
      ...{ nonce, authorId, channelId: CHANNEL, body, attempts: 1, invokedAt: seq * 100 },
      outcome: { kind: 'ok', at: seq * 100 + 10, id, seq },
    }),
  );
  const change = (kind: MembershipChange['kind'], seq: number): MembershipChange => {
    return { userId: 'cem', channelId: CHANNEL, kind, seq, invokedAt: seq * 100, doneAt: seq * 100 + 10 };
  };
  const dot = [...stored, ADDED_AT].map((found) =>
    deliver(found, (typeof found === 'number' ? found : found.seq) * 100 + 20),
  );
  const cem = dot.map(({ at, seq, message: seen }) => ({
    at: seq > REMOVED_AT ? Math.max(at, 3_030) : at,
    seq,
    message: seen,
  }));
  const stream = (readerId: string, deliveries: Delivery[]): Stream => {
    const sorted = deliveries.sort((a, b) => a.seq - b.seq);
    return { readerId, channelId: CHANNEL, startSeq: 0, deliveries: sorted, spans: [{ from: 0, to: null }], ends: [] };
  };
  const others = stored.filter(({ authorId }) => authorId !== 'ana').length;
  return {
    sends,
    streams: [
      stream('dot', dot),
      {
        ...stream('cem', cem),
        spans: [
          { from: 0, to: 2_010 },
          { from: 3_020, to: null },
        ],
      },
    ],
    memberships: [change('removed', REMOVED_AT), change('added', ADDED_AT)],
    polls: [{ userId: 'dot', channelId: CHANNEL, from: 4_030, to: 4_050, messages: stored.slice(-10) }],
    faults: [],
    channels: [
      {
        ...{ channelId: CHANNEL, startSeq: 0, headSeq: COUNT, stored },
        read: [{ userId: 'dot', messages: [...stored] }],
        unread: [{ userId: 'ana', lastReadSeq: 0, unread: others }],
      },
    ],
    endedAt: 30_000,
  };
}
