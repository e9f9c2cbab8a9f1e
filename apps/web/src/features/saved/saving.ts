import type { AppRouter } from '@parley/api/root';
import { showToast } from '@parley/ui/toast-store';
import type { QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { InOrder } from '../../sync/in-order.ts';
import type { Api } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';

const saving = new InOrder();

export interface SavingPlace {
  readonly api: Api;
  readonly queryClient: QueryClient;
  readonly workspaceId: string;
}

/** Keeps a message for later, or no more if it was kept. Shows at once, and is taken back when the server refuses. */
export async function toggleSaved(place: SavingPlace, id: string): Promise<void> {
  const on = !savedIds(place).includes(id);
  try {
    await changeSaved(place, { id, on }, () => (on ? place.api.message.save : place.api.message.unsave).mutate({ id }));
    showToast({ text: on ? 'Saved for later' : 'Removed from Saved', key: 'saved' });
  } catch (error) {
    showToast({ text: `Couldn’t save that. ${sayWhy(error)}`, tone: 'danger', key: 'saved' });
  }
}

/** Keeps a message and asks to be told of it at a time (ms). Rejects with the server's error. */
export async function saveWithReminder(place: SavingPlace, id: string, at: number): Promise<void> {
  const remindAt = new Date(at).toISOString();
  await changeSaved(place, { id, on: true }, () => place.api.message.save.mutate({ id, remindAt }));
}

const keyOf = ({ api, queryClient, workspaceId }: SavingPlace) =>
  createTRPCOptionsProxy<AppRouter>({ client: api, queryClient }).message.savedIds.queryKey({ workspaceId });

function savedIds(place: SavingPlace): readonly string[] {
  return place.queryClient.getQueryData(keyOf(place))?.ids ?? [];
}

async function changeSaved(
  place: SavingPlace,
  { id, on }: { id: string; on: boolean },
  tell: () => Promise<unknown>,
): Promise<void> {
  const { queryClient } = place;
  const key = keyOf(place);
  const put = (kept: boolean) =>
    queryClient.setQueryData(key, (known) => {
      const others = (known?.ids ?? []).filter((other) => other !== id);
      return { ids: kept ? [...others, id] : others };
    });
  const before = savedIds(place).includes(id);
  await queryClient.cancelQueries({ queryKey: key });
  put(on);
  try {
    await saving.ask(id, tell);
  } catch (error) {
    put(before);
    throw error;
  } finally {
    void queryClient.invalidateQueries({ queryKey: [['message', 'saved']] });
    void queryClient.invalidateQueries({ queryKey: key });
  }
}
