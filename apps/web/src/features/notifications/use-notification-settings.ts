'use client';

import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';

export type NotificationSettings = ApiOutput['account']['notifications'];

/** What the viewer wants to be told of, on all devices, and what changes it. */
export function useNotificationSettings() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.account.notifications.queryKey();
  const { data, isError, refetch } = useQuery(
    trpc.account.notifications.queryOptions(undefined, { staleTime: 30_000, refetchOnWindowFocus: true }),
  );
  const save = useMutation(
    trpc.account.setNotifications.mutationOptions({
      onSuccess: (saved) => queryClient.setQueryData(key, saved),
      onError: (error) => showToast({ text: `Couldn’t save that. ${sayWhy(error)}`, tone: 'danger' }),
    }),
  );
  return { settings: data, failed: isError && data === undefined, retry: () => void refetch(), save };
}
