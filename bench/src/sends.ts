import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import type { VerbContext } from '@parley/api/trpc/context';
import { sendMessage } from '@parley/api/message/send-message';
import { closeRealtime, realtime } from '@parley/realtime/realtime';
import { startDurableDatabase } from './durable-database.ts';
import { median } from './median.ts';

const channels = 100;
const roundMs = 2_500;
const rounds = 3;
const body = 'Search is indexing edits now: the vector is a generated column, so an edit cannot leave it behind. The p95 is in the thread.';

const cases = [
  { label: '1 writer', writers: 1, spread: channels },
  { label: '16 writers', writers: 16, spread: channels },
  { label: '64 writers', writers: 64, spread: channels },
  { label: '64 writers, one channel', writers: 64, spread: 1 },
];

/** Messages per second, round by round, and the median of the rounds' ratios. */
export interface SendFigure {
  readonly label: string;
  readonly rounds: Array<{ readonly bare: number; readonly verb: number }>;
  readonly ratio: number;
}

interface Scene {
  readonly channelIds: string[];
  readonly writerIds: string[];
}

type Send = (writer: number, channelId: string) => Promise<unknown>;

async function setScene(): Promise<Scene> {
  const workspaceId = newId();
  const writerIds = Array.from({ length: 64 }, newId);
  const channelIds = Array.from({ length: channels }, newId);
  const db = pool();
  await db.query(`INSERT INTO "Workspace" (id, slug, name) VALUES ($1, 'bench', 'Bench')`, [workspaceId]);
  await db.query(
    `INSERT INTO "User" (id, handle, "handleKey", "displayName") SELECT id, id::text, id::text, 'Writer' FROM unnest($1::uuid[]) id`,
    [writerIds],
  );
  await db.query(`INSERT INTO "Member" ("workspaceId", "userId") SELECT $1, id FROM unnest($2::uuid[]) id`, [workspaceId, writerIds]);
  await db.query(
    `INSERT INTO "Channel" (id, "workspaceId", kind, name, "nameKey") SELECT id, $1, 'PUBLIC', id::text, id::text FROM unnest($2::uuid[]) id`,
    [workspaceId, channelIds],
  );
  await db.query(
    `INSERT INTO "ChannelMember" ("channelId", "userId", "changeSeq")
      SELECT c, w, 0 FROM unnest($1::uuid[]) c, unnest($2::uuid[]) w`,
    [channelIds, writerIds],
  );
  return { channelIds, writerIds };
}

function bareSend({ writerIds }: Scene): Send {
  const text = `WITH counted AS (UPDATE "Channel" SET seq = seq + 1 WHERE id = $2 RETURNING seq)
    INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
    SELECT $1, $2, $3, seq, seq, $4, $5 FROM counted RETURNING seq, "createdAt"`;
  return (writer, channelId) =>
    pool().query({ name: 'bare_send', text, values: [newId(), channelId, writerIds[writer], body, newId()] });
}

function verbSend({ writerIds }: Scene): Send {
  const contexts = writerIds.map((id): VerbContext => ({ caller: callerOf(id), realtime: realtime() }));
  return (writer, channelId) => {
    const ctx = contexts[writer];
    if (!ctx) throw new Error(`There is no writer ${writer}.`);
    return sendMessage(ctx, { channelId, body, nonce: newId() });
  };
}

function callerOf(id: string): VerbContext['caller'] {
  const now = new Date();
  const none = { avatarUrl: null, title: null, timezone: null, locale: null, deactivatedAt: null };
  const status = { statusEmoji: null, statusText: null, statusExpiresAt: null };
  const user = { id, kind: 'PERSON', handle: id, displayName: 'Writer', email: null, createdAt: now, ...none, ...status } as const;
  return { user, session: { id, kind: 'PROGRAM', userId: id, createdAt: now, expires: now } };
}

/** Sends by so many writers for a while, each waiting for its own acknowledgement; answers messages per second. */
async function measure(send: Send, writers: number, channelIds: readonly string[]): Promise<number> {
  let acknowledged = 0;
  const start = performance.now();
  const write = async (writer: number): Promise<void> => {
    for (let n = writer; performance.now() - start < roundMs; n += 7) {
      await send(writer, channelIds[n % channelIds.length] ?? '');
      acknowledged += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return (acknowledged / (performance.now() - start)) * 1000;
}

/** Compares durable sends by the verb with one prepared statement through bare `pg`, in turns on one database. */
export async function benchSends(): Promise<SendFigure[]> {
  const database = await startDurableDatabase();
  try {
    const scene = await setScene();
    const [bare, verb] = [bareSend(scene), verbSend(scene)];
    const figures: SendFigure[] = [];
    for (const { label, writers, spread } of cases) {
      const channelIds = scene.channelIds.slice(0, spread);
      const measured: SendFigure['rounds'] = [];
      for (let round = 0; round < rounds; round += 1) {
        const bareRate = await measure(bare, writers, channelIds);
        measured.push({ bare: bareRate, verb: await measure(verb, writers, channelIds) });
      }
      const ratio = median(measured.map((pair) => pair.verb / pair.bare));
      figures.push({ label, rounds: measured, ratio });
      console.log(label, measured.map((pair) => `${pair.bare.toFixed(0)}/${pair.verb.toFixed(0)}`).join(' '), ratio.toFixed(2));
    }
    return figures;
  } finally {
    await closeRealtime();
    await database.stop();
  }
}
