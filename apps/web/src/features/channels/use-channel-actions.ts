'use client';

import { showToast } from '@parley/ui/toast-store';
import { useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';

type Membership = NonNullable<ChannelListItem['membership']>;
export type NotificationLevel = Membership['notificationLevel'];

export interface ChannelFields {
  readonly name?: string;
  readonly topic?: string;
  readonly description?: string;
}

/** What the server said, or what may be wrong when it said nothing. */
export function sayWhy(error: unknown): string {
  return apiErrorOf(error)?.message ?? 'Check your connection and try again.';
}

function complain(what: string, error: unknown): void {
  showToast({ text: `${what} ${sayWhy(error)}`, tone: 'danger' });
}

/** What the viewer may do with a channel. Own settings show at once and are taken back when the server refuses. */
export function useChannelActions(channelId: string) {
  const api = useTRPCClient();
  const { channels } = useSync();
  const { workspace } = useSession();
  return useMemo(() => {
    const take = (answer: ChannelListItem): void =>
      channels.update(channelId, (known) => (answer.seq >= known.seq ? { ...known, ...answer } : known));

    async function setOwn(change: Partial<Membership>, send: () => Promise<ChannelListItem>): Promise<void> {
      const before = channels.read(channelId)?.membership;
      const put = (changed: Partial<Membership>): void =>
        channels.update(channelId, (known) =>
          known.membership ? { ...known, membership: { ...known.membership, ...changed } } : known,
        );
      put(change);
      try {
        await send();
      } catch (error) {
        if (before) put({ starred: before.starred, notificationLevel: before.notificationLevel });
        complain('Couldn’t save that.', error);
      }
    }

    function leaveFor(text: string): void {
      channels.remove(channelId);
      goTo(`/w/${workspace.slug}`, { replace: true });
      showToast({ text });
    }

    return {
      star: (starred: boolean) => setOwn({ starred }, () => api.channel.star.mutate({ channelId, starred })),
      notify: (level: NotificationLevel) =>
        setOwn({ notificationLevel: level }, () => api.channel.setNotifications.mutate({ channelId, level })),
      /** Rejects with the server's error. */
      update: async (fields: ChannelFields) => take(await api.channel.update.mutate({ channelId, ...fields })),
      archive: async () => take(await api.channel.archive.mutate({ channelId })),
      unarchive: async () => {
        try {
          take(await api.channel.unarchive.mutate({ channelId }));
        } catch (error) {
          complain('Couldn’t unarchive the channel.', error);
        }
      },
      leave: async (name: string) => {
        try {
          await api.channel.leave.mutate({ channelId });
          leaveFor(`You left ${name}`);
        } catch (error) {
          complain('Couldn’t leave.', error);
        }
      },
      remove: async (name: string) => {
        await api.channel.delete.mutate({ channelId });
        leaveFor(`${name} was deleted`);
      },
      join: async () => {
        try {
          await api.channel.join.mutate({ channelId });
          await channels.refreshOne(channelId);
          goTo(channelPath(workspace.slug, channelId), { replace: true });
        } catch (error) {
          complain('Couldn’t join.', error);
        }
      },
    };
  }, [api, channels, channelId, workspace.slug]);
}
