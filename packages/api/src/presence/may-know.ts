import { type Acquaintance, findAcquaintances } from '../access/person-access.ts';
import { gather } from '../gather.ts';

function keyOf({ viewerId, userId }: Acquaintance): string {
  return `${viewerId} ${userId}`;
}

const asked = gather<Acquaintance, Acquaintance>({
  waitMs: 20,
  most: 5_000,
  keyOf,
  ask: async (pairs) => new Map((await findAcquaintances(pairs)).map((pair) => [keyOf(pair), pair])),
});

/** May the viewer know of this person now? All that is asked within 20 ms becomes one query. */
export async function mayKnow(viewerId: string, userId: string): Promise<boolean> {
  return (await asked({ viewerId, userId })) !== null;
}
