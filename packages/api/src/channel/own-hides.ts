import { prepared } from '@parley/db/query';

interface HidesRow {
  readonly people: string[];
  readonly readReceipts: boolean;
}

const hides = prepared<HidesRow>({
  name: 'signal_hides',
  text: `SELECT u."readReceipts", ARRAY(SELECT "blockedId" FROM "Block" WHERE "blockerId" = $1
      UNION SELECT "blockerId" FROM "Block" WHERE "blockedId" = $1) AS people
    FROM "User" u WHERE u.id = $1`,
});

/** What passes in channels and is not for this person. */
export interface Hides {
  /** People whom they blocked, or who blocked them: their typing and receipts. */
  readonly people: ReadonlySet<string>;
  /** Everybody's receipts, and what was delivered, for who does not tell either. */
  readonly receipts: boolean;
}

/** What one person is not to hear of what passes in channels. */
export async function readHides(userId: string): Promise<Hides> {
  const [row] = await hides([userId]);
  return { people: new Set(row?.people), receipts: row?.readReceipts !== true };
}
