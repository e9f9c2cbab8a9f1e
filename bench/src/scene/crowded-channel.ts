import { pool } from '@parley/db/pool';
import { type Company, insertChannels, insertCompany } from './company.ts';

/** A channel full of people who have each signed in. */
export interface CrowdedChannel extends Company {
  readonly channelId: string;
}

/** Makes a workspace with one channel and so many members. */
export async function makeCrowdedChannel(members: number): Promise<CrowdedChannel> {
  const company = await insertCompany(members);
  const [channelId = ''] = await insertChannels(company, 1);
  return { ...company, channelId };
}

/** Moves a channel's counter to a number that was told without the database. */
export async function moveCounter(channelId: string, seq: number): Promise<void> {
  await pool().query(`UPDATE "Channel" SET seq = $2 WHERE id = $1`, [channelId, seq]);
}
