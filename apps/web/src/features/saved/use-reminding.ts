'use client';

import { useTimeSettings } from '@parley/ui/time';
import { formatTime } from '@parley/ui/time-format';
import { showToast } from '@parley/ui/toast-store';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { saveWithReminder } from './saving.ts';

/** Asks to be told of messages later, by the viewer's clocks. */
export function useReminding() {
  const settings = useTimeSettings();
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const { workspace } = useSession();
  const timeZone = settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  /** At a time in ms. Rejects with the server's error. */
  async function remind(id: string, at: number): Promise<void> {
    await saveWithReminder({ api, queryClient, workspaceId: workspace.id }, id, at);
    const text = `You will be reminded ${formatTime(new Date(at), 'full', settings)}`;
    showToast({ text, key: 'saved' });
  }
  const remindOrSay = (id: string, at: number): void =>
    void remind(id, at).catch((error: unknown) =>
      showToast({ text: `Couldn’t save that. ${sayWhy(error)}`, tone: 'danger', key: 'saved' }),
    );
  return { timeZone, remind, remindOrSay };
}
