import { showToast } from '@parley/ui/toast-store';
import type { SyncEngine } from '../../sync/sync-engine.ts';
import type { Api } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';

export interface AddOffer {
  readonly api: Api;
  readonly sync: SyncEngine;
  readonly channelId: string;
  /** Who was called. */
  readonly userIds: readonly string[];
}

const PAGE = 100;
/** In a channel with more people than this nobody is looked for. */
const MOST_PAGES = 5;
const SHOWN_FOR = 20_000;

/** Offers to add those who were called and are not in the channel: they would not hear of it. */
export async function offerToAdd({ api, sync, channelId, userIds }: AddOffer): Promise<void> {
  const channel = sync.channels.read(channelId);
  if (!channel || channel.isDefault || (channel.kind !== 'PUBLIC' && channel.kind !== 'PRIVATE')) return;
  const outside = await whoIsOutside({ api, channelId, userIds }).catch(() => []);
  const names = outside.flatMap((id) => sync.people.get(id)?.displayName ?? []);
  const [first] = names;
  if (first === undefined) return;
  const who = names.length === 1 ? `${first} is` : `${first} and ${names.length - 1} more are`;
  showToast({
    text: `${who} not in #${channel.name} and won’t see this.`,
    key: 'outside',
    duration: SHOWN_FOR,
    action: { label: names.length === 1 ? 'Add them' : 'Add all', onAction: () => void add(outside) },
  });

  async function add(ids: readonly string[]): Promise<void> {
    try {
      await api.channel.addMembers.mutate({ channelId, userIds: [...ids] });
      showToast({ text: ids.length === 1 ? `Added ${first}` : `Added ${ids.length} people`, key: 'outside' });
    } catch (error) {
      showToast({ text: `Couldn’t add them. ${sayWhy(error)}`, tone: 'danger', key: 'outside' });
    }
  }
}

async function whoIsOutside({ api, channelId, userIds }: Omit<AddOffer, 'sync'>): Promise<string[]> {
  const left = new Set(userIds);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && left.size > 0; page += 1) {
    const { items, nextCursor } = await api.channel.members.query({
      channelId,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { userId, leftAt } of items) if (leftAt === null) left.delete(userId);
    if (nextCursor === null) return [...left];
    cursor = nextCursor;
  }
  return [];
}
