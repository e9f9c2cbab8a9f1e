import type { ChannelListItem } from '../../sync/use-channels.ts';

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

export interface SidebarOrder {
  readonly starred: readonly ChannelListItem[];
  readonly others: readonly ChannelListItem[];
}

/** The channels as the sidebar lists them, each part by name. Archived ones are left out, but for the open one. */
export function sidebarOrder(channels: readonly ChannelListItem[], openId: string | null): SidebarOrder {
  const shown = channels
    .filter((channel) => channel.archivedAt === null || channel.id === openId)
    .toSorted((one, other) => byName.compare(one.name, other.name));
  return {
    starred: shown.filter((channel) => channel.membership?.starred),
    others: shown.filter((channel) => !channel.membership?.starred),
  };
}
