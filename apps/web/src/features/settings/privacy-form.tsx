'use client';

import { Avatar } from '@parley/ui/avatar';
import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { RadioGroup } from '@parley/ui/radio-group';
import { Skeleton } from '@parley/ui/skeleton';
import { Switch } from '@parley/ui/switch';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { useBlocked } from '../people/use-blocked.ts';

const sharing = [
  { value: 'EVERYONE', label: 'Everyone' },
  { value: 'CONTACTS', label: 'People you wrote to', hint: 'Those whom you sent a direct message.' },
  { value: 'NOBODY', label: 'Nobody' },
] as const;

/** What others may see of one, and whom one wants nothing from. */
export function PrivacyForm() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, isError, refetch } = useQuery(trpc.account.privacy.queryOptions(undefined, { staleTime: 0 }));
  const save = useMutation(
    trpc.account.setPrivacy.mutationOptions({
      onSuccess: (saved) => queryClient.setQueryData(trpc.account.privacy.queryKey(), saved),
      onError: (error) => showToast({ text: `Couldn’t save that. ${sayWhy(error)}`, tone: 'danger' }),
    }),
  );
  if (isError) {
    return (
      <Banner tone="danger" action={<Button onClick={() => void refetch()}>Retry</Button>} className="mt-4">
        Couldn’t load your settings.
      </Banner>
    );
  }
  if (!data) return <Skeleton className="mt-4 h-64" />;
  const shown = save.isPending ? { ...data, ...save.variables } : data;
  return (
    <div className="flex flex-col gap-6 pt-4">
      <RadioGroup
        label="Who sees whether you are here"
        options={sharing}
        value={shown.presenceSharing ?? data.presenceSharing}
        onValueChange={(presenceSharing) => save.mutate({ presenceSharing })}
      />
      <Switch
        label="Read receipts"
        hint="Others see what has reached you and what you have read, and you see the same of them. Off, neither."
        checked={shown.readReceipts ?? data.readReceipts}
        onCheckedChange={(readReceipts) => save.mutate({ readReceipts })}
      />
      <BlockedPeople />
    </div>
  );
}

function BlockedPeople() {
  const { items, status, retry, unblock } = useBlocked();
  return (
    <section aria-labelledby="blocked-people">
      <h3 id="blocked-people" className="font-semibold text-sm">
        Blocked people
      </h3>
      {status === 'error' ? (
        <Banner tone="danger" action={<Button onClick={retry}>Retry</Button>} className="mt-2">
          Couldn’t load them.
        </Banner>
      ) : null}
      {status === 'success' && items.length === 0 ? (
        <p className="pt-1 text-ink-3 text-sm">Nobody. You can block somebody from their profile.</p>
      ) : null}
      <ul>
        {items.map(({ user }) => (
          <li key={user.id} className="flex items-center gap-3 py-1.5">
            <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size={26} />
            <span className="min-w-0 flex-1 truncate">{user.displayName}</span>
            <Button
              size="sm"
              pending={unblock.isPending && unblock.variables.id === user.id}
              onClick={() => unblock.mutate({ id: user.id })}
            >
              Unblock
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
