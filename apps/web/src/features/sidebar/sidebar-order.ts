import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelLabel, isDirect } from '../channels/channel-label.ts';
import { isMuted } from './is-muted.ts';

/** How a section is sorted. */
export type SidebarSort = 'NAME' | 'RECENT' | 'UNREAD';

/** The sections that everybody has. */
export type BuiltInSection = 'starred' | 'channels' | 'directs';

/** A section of the viewer's own, as far as sorting goes. */
export interface OwnSection {
  readonly id: string;
  readonly name: string;
  readonly channelIds: readonly string[];
  readonly collapsed: boolean;
  readonly order: SidebarSort;
}

/** How a built-in section is shown on this device. */
export interface SectionLook {
  readonly collapsed: boolean;
  readonly order: SidebarSort;
}

export interface SidebarSection extends SectionLook {
  /** Of a section of one's own its id. */
  readonly key: string;
  readonly builtIn: BuiltInSection | null;
  readonly title: string;
  /** What is in it, in order. */
  readonly channels: readonly ChannelListItem[];
  /** What of it is shown: all, or what calls where it is folded or only unread is wanted. */
  readonly shown: readonly ChannelListItem[];
}

type SectionOf = Pick<SidebarSection, 'key' | 'title' | 'builtIn'>;

export interface SidebarInput {
  readonly channels: readonly ChannelListItem[];
  readonly sections: readonly OwnSection[];
  readonly looks: Readonly<Record<BuiltInSection, SectionLook>>;
  readonly openId: string | null;
  readonly viewerId: string;
  readonly unreadOnly: boolean;
  /** In milliseconds: what is muted now. */
  readonly now: number;
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const titles: Record<BuiltInSection, string> = {
  starred: 'Starred',
  channels: 'Channels',
  directs: 'Direct messages',
};

/** Does it have something unread that its reader wants to hear of? */
export function callsReader({ membership }: ChannelListItem, now: number): boolean {
  return (membership?.unread ?? 0) > 0 && !isMuted(membership, now);
}

function spokenAt({ lastMessageAt, createdAt }: ChannelListItem): string {
  return lastMessageAt ?? createdAt;
}

function sorted(channels: readonly ChannelListItem[], order: SidebarSort, input: SidebarInput): ChannelListItem[] {
  const names = new Map(channels.map((channel) => [channel.id, channelLabel(channel, input.viewerId)]));
  const named = (one: ChannelListItem, other: ChannelListItem): number =>
    byName.compare(names.get(one.id) ?? '', names.get(other.id) ?? '');
  const calls = (channel: ChannelListItem): number => Number(callsReader(channel, input.now));
  switch (order) {
    case 'NAME':
      return channels.toSorted(named);
    case 'RECENT':
      return channels.toSorted((one, other) => spokenAt(other).localeCompare(spokenAt(one)) || named(one, other));
    case 'UNREAD':
      return channels.toSorted((one, other) => calls(other) - calls(one) || named(one, other));
  }
}

/** Which section each channel stands in: its own, or the built-in one for what it is. A star comes before all. */
function placeIn(sections: readonly OwnSection[]): (channel: ChannelListItem) => string {
  const own = new Map(
    sections.flatMap(({ id, channelIds }) => channelIds.map((channelId) => [channelId, id] as const)),
  );
  return (channel) => {
    if (channel.membership?.starred) return 'starred';
    return own.get(channel.id) ?? (isDirect(channel) ? 'directs' : 'channels');
  };
}

/**
 * The sidebar's sections in their order: starred ones, the viewer's own, channels, conversations. Archived channels are
 * left out, but for the open one; so is "Starred" while nothing is.
 */
export function sidebarSections(input: SidebarInput): SidebarSection[] {
  const { channels, sections, looks, openId, unreadOnly, now } = input;
  const place = placeIn(sections);
  const parts = new Map<string, ChannelListItem[]>();
  for (const channel of channels) {
    if (channel.archivedAt !== null && channel.id !== openId) continue;
    const key = place(channel);
    const part = parts.get(key);
    if (part) part.push(channel);
    else parts.set(key, [channel]);
  }
  const section = (own: SectionOf, look: SectionLook): SidebarSection => {
    const all = sorted(parts.get(own.key) ?? [], look.order, input);
    const calling = all.filter((channel) => channel.id === openId || callsReader(channel, now));
    const shown = look.collapsed || unreadOnly ? calling : all;
    return { ...own, channels: all, shown, collapsed: look.collapsed, order: look.order };
  };
  const builtIn = (key: BuiltInSection): SidebarSection =>
    section({ key, title: titles[key], builtIn: key }, looks[key]);
  const starred = builtIn('starred');
  return [
    ...(starred.channels.length > 0 ? [starred] : []),
    ...sections.map((own) => section({ key: own.id, title: own.name, builtIn: null }, own)),
    builtIn('channels'),
    builtIn('directs'),
  ];
}
