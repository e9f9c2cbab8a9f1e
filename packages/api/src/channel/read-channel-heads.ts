import { prepared } from '@parley/db/query';

// Index Scan using "Channel_pkey", once for all channels that a process listens to.
const heads = prepared<{ id: string; seq: number }>({
  name: 'channel_heads',
  text: `SELECT id, seq FROM "Channel" WHERE id = ANY($1::uuid[])`,
});

/** The counters of these channels, by id; channels that do not exist are absent. For servers, not for a viewer. */
export async function readChannelHeads(channelIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await heads([channelIds]);
  return new Map(rows.map((row) => [row.id, row.seq]));
}
