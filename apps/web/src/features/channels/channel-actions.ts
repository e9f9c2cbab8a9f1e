import { showToast } from '@parley/ui/toast-store';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { InOrder } from '../../sync/in-order.ts';
import type { WorkspaceChannels } from '../../sync/workspace-channels.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import type { Api } from '../../trpc/trpc.ts';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';

type Membership = NonNullable<ChannelListItem['membership']>;
export type NotificationLevel = Membership['notificationLevel'];

export interface ChannelFields {
  readonly name?: string;
  readonly topic?: string;
  readonly description?: string;
}

export interface ChannelTools {
  readonly api: Api;
  readonly channels: WorkspaceChannels;
  readonly channelId: string;
  /** The workspace's. */
  readonly slug: string;
}

/** What the server said, or what may be wrong when it said nothing. */
export function sayWhy(error: unknown): string {
  return apiErrorOf(error)?.message ?? 'Check your connection and try again.';
}

async function orComplain(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showToast({ text: `${what} ${sayWhy(error)}`, tone: 'danger' });
  }
}

const saving = new InOrder();

/** The viewer's own settings: they show at once and are taken back when the server refuses. */
export function settingActions({ api, channels, channelId }: ChannelTools) {
  function put(changed: Partial<Membership>): void {
    channels.update(channelId, (known) =>
      known.membership ? { ...known, membership: { ...known.membership, ...changed } } : known,
    );
  }
  function set(change: Partial<Membership>, send: () => Promise<ChannelListItem>): Promise<void> {
    const before = channels.read(channelId)?.membership;
    put(change);
    return orComplain('Couldn’t save that.', async () => {
      try {
        await saving.ask(channelId, send);
      } catch (error) {
        if (before) {
          const { starred, notificationLevel, mutedUntil } = before;
          put({ starred, notificationLevel, mutedUntil });
        }
        throw error;
      }
    });
  }
  return {
    star: (starred: boolean) => set({ starred }, () => api.channel.star.mutate({ channelId, starred })),
    notify: (level: NotificationLevel) =>
      set({ notificationLevel: level }, () => api.channel.setNotifications.mutate({ channelId, level })),
    /** Until a moment; null ends it. */
    mute: (mutedUntil: string | null) => {
      const level = channels.read(channelId)?.membership?.notificationLevel ?? 'ALL';
      return set({ mutedUntil }, () => api.channel.setNotifications.mutate({ channelId, level, mutedUntil }));
    },
  };
}

/** Changes that everybody in the channel sees. `update` and `archive` reject with the server's error. */
export function changeActions({ api, channels, channelId }: ChannelTools) {
  const take = (answer: ChannelListItem): void =>
    channels.update(channelId, (known) => (answer.seq >= known.seq ? { ...known, ...answer } : known));
  return {
    update: async (fields: ChannelFields) => take(await api.channel.update.mutate({ channelId, ...fields })),
    archive: async () => take(await api.channel.archive.mutate({ channelId })),
    unarchive: () =>
      orComplain('Couldn’t unarchive the channel.', async () =>
        take(await api.channel.unarchive.mutate({ channelId })),
      ),
  };
}

/** Into the channel and out of it. `remove` deletes it, and rejects with the server's error. */
export function passageActions({ api, channels, channelId, slug }: ChannelTools) {
  function leaveFor(text: string): void {
    channels.remove(channelId);
    goTo(`/w/${slug}`, { replace: true });
    showToast({ text });
  }
  return {
    join: () =>
      orComplain('Couldn’t join.', async () => {
        await api.channel.join.mutate({ channelId });
        await channels.refreshOne(channelId);
        goTo(channelPath(slug, channelId), { replace: true });
      }),
    leave: (name: string) =>
      orComplain('Couldn’t leave.', async () => {
        await api.channel.leave.mutate({ channelId });
        leaveFor(`You left ${name}`);
      }),
    remove: async (name: string) => {
      await api.channel.delete.mutate({ channelId });
      leaveFor(`${name} was deleted`);
    },
  };
}
