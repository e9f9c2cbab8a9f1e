'use client';

import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import { useTimeSettings } from '@parley/ui/time';
import { formatTime } from '@parley/ui/time-format';
import { showToast } from '@parley/ui/toast-store';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { useSession } from '../../sync/session.tsx';
import { talkOf } from '../../sync/talk.ts';
import { useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { nextMornings } from './schedule-times.ts';
import { SendLaterDialog } from './send-later-dialog.tsx';

export interface ScheduleMenuProps {
  readonly trigger: ReactElement;
  /** The conversation's `talkKey`. */
  readonly talk: string;
  /** As it is to be sent. */
  readonly body: string;
  readonly onScheduled: () => void;
}

/** When a message is to be sent. Open from the start: its code was fetched because somebody asked for it. */
export function ScheduleMenu({ trigger, talk, body, onScheduled }: ScheduleMenuProps) {
  const settings = useTimeSettings();
  const timeZone = settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [open, setOpen] = useState(true);
  const [now, setNow] = useState(() => Date.now());
  const [choosing, setChoosing] = useState(false);
  const schedule = useSchedule(talk);
  function change(opened: boolean): void {
    setOpen(opened);
    if (opened) setNow(Date.now());
  }
  async function send(at: number): Promise<void> {
    await schedule(body, at);
    showToast({
      text: `Will be sent ${formatTime(new Date(at), 'full', settings)}. It waits in Drafts.`,
      key: 'later',
    });
    onScheduled();
  }
  const orSay = (at: number) =>
    void send(at).catch((error: unknown) =>
      showToast({ text: `Couldn’t keep that for later. ${sayWhy(error)}`, tone: 'danger', key: 'later' }),
    );
  return (
    <>
      <Menu trigger={trigger} open={open} onOpenChange={change} align="end" side="top">
        {nextMornings(now, timeZone).map(({ label, at }) => (
          <MenuItem key={label} onSelect={() => orSay(at)}>
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setChoosing(true)}>Choose a time…</MenuItem>
      </Menu>
      {choosing ? (
        <SendLaterDialog
          title="Send later"
          timeZone={timeZone}
          at={null}
          onClose={() => setChoosing(false)}
          onChoose={send}
        />
      ) : null}
    </>
  );
}

function useSchedule(talk: string) {
  const api = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { workspace } = useSession();
  const [nonce, setNonce] = useState(uuidv7);
  return async (body: string, at: number): Promise<void> => {
    const { channelId, parentId } = talkOf(talk);
    const thread = parentId === null ? {} : { parentId };
    await api.message.schedule.mutate({ channelId, ...thread, body, nonce, sendAt: new Date(at).toISOString() });
    setNonce(uuidv7());
    void queryClient.invalidateQueries({ queryKey: trpc.message.scheduled.queryKey({ workspaceId: workspace.id }) });
  };
}
