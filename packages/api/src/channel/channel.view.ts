import type { Channel } from '@parley/realtime/shapes';
import type { ChannelKind } from '../access/channel-access.ts';
import { type DbTime, isoTime, isoTimeOrNull } from '../view-time.ts';

/** A channel's own columns, as `channelColumns` selects them. */
export interface ChannelRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly topic: string;
  readonly description: string;
  readonly memberCount: number;
  readonly isDefault: boolean;
  readonly seq: number;
  readonly archivedAt: DbTime | null;
  readonly deletedAt: DbTime | null;
  readonly createdAt: DbTime;
}

/** The columns of `ChannelRow` for `"Channel" c`. */
export const channelColumns = `c.id, c."workspaceId", c.kind, c.name, c.topic, c.description, c."memberCount", c."isDefault",
  c.seq, c."archivedAt", c."deletedAt", c."createdAt"`;

/** A channel as everyone who may see it sees it. */
export function channelView(row: ChannelRow): Channel {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    kind: row.kind,
    name: row.name,
    topic: row.topic,
    description: row.description,
    memberCount: row.memberCount,
    isDefault: row.isDefault,
    seq: row.seq,
    archivedAt: isoTimeOrNull(row.archivedAt),
    createdAt: isoTime(row.createdAt),
  };
}
