import { pool } from '@parley/db/pool';

/** Whether somebody is in a channel, and by which number that came about, as the database has it. */
export async function membershipRow(
  channelId: string,
  userId: string,
): Promise<{ readonly present: boolean; readonly seq: number }> {
  const { rows } = await pool().query<{ present: boolean; seq: number }>(
    `SELECT "leftAt" IS NULL AS present, "changeSeq" AS seq FROM "ChannelMember" WHERE "channelId" = $1 AND "userId" = $2`,
    [channelId, userId],
  );
  const [row] = rows;
  if (!row) throw new Error('There is no such place in a channel.');
  return row;
}
