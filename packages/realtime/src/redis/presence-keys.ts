/** Parts of the presence index, spread over a cluster's nodes. Changing it loses who is there, until the next beats. */
export const PRESENCE_SHARDS = 32;

/** The keys of a person: their own, and the index of their shard, both in one slot. */
export function presenceKeys(userId: string): { person: string; due: string } {
  const shard = shardOf(userId);
  return { person: `parley:presence:{${shard}}:u:${userId}`, due: presenceDueKey(shard) };
}

/** The index of a shard: who is to be looked at, and when. */
export function presenceDueKey(shard: number): string {
  return `parley:presence:{${shard}}:due`;
}

function shardOf(userId: string): number {
  let hash = 0;
  for (let index = 0; index < userId.length; index += 1) hash = (hash * 31 + userId.charCodeAt(index)) | 0;
  return Math.abs(hash) % PRESENCE_SHARDS;
}
