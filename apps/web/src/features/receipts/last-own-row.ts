import type { ChannelListItem } from '../../sync/channel-list.ts';
import type { TimelineRow, TimelineRows } from '../timeline/timeline-rows.ts';

/** So far from the end nobody looks for receipts. */
const SEARCHED = 400;

/** The newest message of the viewer's from row `from` on, sent or waiting to be: the one that says who read it. */
export function lastOwnRow(rows: TimelineRows, from: number, viewerId: string): TimelineRow | undefined {
  for (let index = rows.count - 1; index >= Math.max(from, rows.count - SEARCHED); index -= 1) {
    const row = rows.at(index);
    if (row?.message.author.id === viewerId && row.message.kind === 'USER' && !row.message.deletedAt) return row;
  }
  return undefined;
}

/** Whether anybody but the viewer may read a channel. */
export function hasReaders({ people, memberCount }: ChannelListItem, viewerId: string): boolean {
  return people ? people.some(({ id }) => id !== viewerId) : memberCount > 1;
}
