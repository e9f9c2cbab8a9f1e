import { pool } from '@parley/db/pool';
import { type Api, apiOf } from '../actors/api.ts';
import type { Person } from '../actors/person.ts';
import type { ChannelEnd, SeenMessage } from '../record/history.ts';
import { seenMessage } from '../record/seen-message.ts';
import type { Scene } from './set-scene.ts';

const PAGE = 100;

/** What is there when all is over: in the database, and as each reader is given it by one web server or the other. */
export async function readEnd(scene: Scene, origins: readonly string[]): Promise<ChannelEnd[]> {
  const ends: ChannelEnd[] = [];
  for (const { id: channelId, startSeq } of scene.channels) {
    const read: Array<ChannelEnd['read'][number]> = [];
    const unread: Array<ChannelEnd['unread'][number]> = [];
    for (const [index, person] of scene.readers.entries()) {
      const api = apiOf(person, origins[index % origins.length] ?? '');
      read.push({ userId: person.userId, messages: await wholeHistory(api, channelId) });
      unread.push(await unreadOf(api, person, channelId));
    }
    ends.push({
      channelId,
      startSeq,
      headSeq: await headOf(channelId),
      stored: await storedMessages(channelId),
      read,
      unread,
    });
  }
  return ends;
}

async function wholeHistory(api: Api, channelId: string): Promise<SeenMessage[]> {
  const pages: SeenMessage[][] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await api.message.list.query({ channelId, limit: PAGE, cursor });
    pages.unshift(items.map(seenMessage));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages.flat();
}

async function unreadOf(api: Api, { userId }: Person, channelId: string): Promise<ChannelEnd['unread'][number]> {
  const { membership } = await api.channel.get.query({ channelId });
  if (!membership) throw new Error('A reader is not in the channel at the end.');
  return { userId, lastReadSeq: membership.lastReadSeq, unread: membership.unread };
}

async function headOf(channelId: string): Promise<number> {
  const { rows } = await pool().query<{ seq: number }>(`SELECT seq FROM "Channel" WHERE id = $1`, [channelId]);
  return rows[0]?.seq ?? -1;
}

async function storedMessages(channelId: string): Promise<SeenMessage[]> {
  const { rows } = await pool().query<SeenMessage>(
    `SELECT id, kind, nonce, "authorId", body, seq FROM "Message" WHERE "channelId" = $1 ORDER BY seq`,
    [channelId],
  );
  return rows;
}
