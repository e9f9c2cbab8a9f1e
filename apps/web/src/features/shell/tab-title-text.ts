import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { isMuted } from '../sidebar/is-muted.ts';

export interface TabTitleParts {
  readonly channels: readonly TitledChannel[];
  readonly openId: string | null;
  readonly workspaceName: string;
  readonly viewerId: string;
  /** Nobody looks at the tab, so what waits in the open channel counts too. */
  readonly hidden: boolean;
  /** In milliseconds. */
  readonly now: number;
}

export type TitledChannel = Pick<ChannelListItem, 'id' | 'kind' | 'name' | 'people' | 'membership'>;

/** What a tab is called: `(2) general - Northwind`, the number being what waits for the viewer themselves elsewhere. */
export function tabTitleText({ channels, openId, workspaceName, viewerId, hidden, now }: TabTitleParts): string {
  const open = channels.find(({ id }) => id === openId);
  const waiting = channels
    .filter((channel) => hidden || channel !== open)
    .reduce((sum, channel) => sum + waitingIn(channel, now), 0);
  const place = open ? `${channelTitle(open, viewerId).replace(/^#/, '')} - ${workspaceName}` : workspaceName;
  return waiting > 0 ? `(${waiting}) ${place}` : place;
}

/** Mentions, and everything in a conversation of few; nothing where the viewer wants to hear nothing. */
function waitingIn({ kind, membership }: TitledChannel, now: number): number {
  if (!membership || isMuted(membership, now)) return 0;
  return kind === 'DIRECT' || kind === 'GROUP' ? membership.unread : membership.mentions;
}
