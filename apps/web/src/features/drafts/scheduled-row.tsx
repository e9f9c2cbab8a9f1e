'use client';

import { IconButton } from '@parley/ui/icon-button';
import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import { Time, useTimeSettings } from '@parley/ui/time';
import { showToast } from '@parley/ui/toast-store';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkKey } from '../../sync/talk.ts';
import { useChannel } from '../../sync/use-channels.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { SendLaterDialog } from '../composer/send-later-dialog.tsx';
import { useExcerpt } from '../message/use-excerpt.ts';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';
import { ViewRow } from '../shell/view-row.tsx';
import { DraftIcon } from './draft-icon.tsx';
import { type Scheduled, useScheduled } from './use-scheduled.ts';

/** A message that is to be sent later, and what can be done about it until then. */
export function ScheduledRow({ item }: { item: Scheduled }) {
  const { me, workspace } = useSession();
  const settings = useTimeSettings();
  const channel = useChannel(workspace.id, item.channelId);
  const text = useExcerpt(item.body);
  const actions = useScheduledActions(item);
  const [choosing, setChoosing] = useState(false);
  const title = channel ? channelTitle(channel, me.id) : 'a channel you are not in';
  const trigger = (
    <IconButton label={`Change what is sent to ${title}`}>
      <Ellipsis size={16} />
    </IconButton>
  );
  const when = item.failure ?? (
    <>
      Will be sent <Time value={item.sendAt} format="full" />
    </>
  );
  return (
    <>
      <ViewRow
        href={channelPath(workspace.slug, item.channelId)}
        icon={<DraftIcon kind={channel?.kind ?? 'PUBLIC'} />}
        title={title}
        text={text}
        note={when}
        unread={item.failure !== null}
        actions={
          <Menu trigger={trigger} align="end">
            <MenuItem onSelect={actions.sendNow}>Send now</MenuItem>
            <MenuItem onSelect={() => setChoosing(true)}>Change the time…</MenuItem>
            <MenuItem onSelect={actions.edit}>Edit as a draft</MenuItem>
            <MenuSeparator />
            <MenuItem danger onSelect={actions.cancel}>
              Cancel and delete
            </MenuItem>
          </Menu>
        }
      />
      {choosing ? (
        <SendLaterDialog
          title="Change the time"
          timeZone={settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          at={Date.parse(item.sendAt)}
          onClose={() => setChoosing(false)}
          onChoose={actions.move}
        />
      ) : null}
    </>
  );
}

function useScheduledActions({ id, channelId, parentId, body }: Scheduled) {
  const api = useTRPCClient();
  const { drafts } = useSync();
  const { slug } = useSession().workspace;
  const { refetch } = useScheduled();
  async function orSay(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      showToast({ text: `${what} ${sayWhy(error)}`, tone: 'danger', key: id });
    }
    await refetch();
  }
  return {
    sendNow: () => void orSay('Couldn’t send it.', () => api.message.sendScheduledNow.mutate({ id })),
    cancel: () => void orSay('Couldn’t cancel it.', () => api.message.cancelScheduled.mutate({ id })),
    move: async (at: number) => {
      await api.message.updateScheduled.mutate({ id, sendAt: new Date(at).toISOString() });
      await refetch();
    },
    /** The text goes back to where one writes, in front of what stands there. */
    edit: () =>
      void orSay('Couldn’t take it back.', async () => {
        await api.message.cancelScheduled.mutate({ id });
        const key = talkKey({ channelId, parentId });
        const there = drafts.read(key);
        drafts.write(key, there.trim() === '' ? body : `${body}\n\n${there}`);
        goTo(`${channelPath(slug, channelId)}${parentId === null ? '' : `?thread=${parentId}`}`);
      }),
  };
}
