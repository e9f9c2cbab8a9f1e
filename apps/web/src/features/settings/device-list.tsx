'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Skeleton } from '@parley/ui/skeleton';
import { Tag } from '@parley/ui/tag';
import { Time } from '@parley/ui/time';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';

type Device = ApiOutput['account']['sessions']['items'][number];

/** Where one is signed in, each with the way to sign it out. */
export function DeviceList() {
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(trpc.account.sessions.queryOptions(undefined, { staleTime: 0 }));
  const others = useMutation(
    trpc.account.revokeOtherSessions.mutationOptions({
      onSuccess: () => void refetch(),
      onError: () => showToast({ text: 'Couldn’t sign the others out. Try again.', tone: 'danger' }),
    }),
  );
  if (isError) {
    const retry = <Button onClick={() => void refetch()}>Retry</Button>;
    return (
      <Banner tone="danger" action={retry} className="mt-4">
        Couldn’t load your devices.
      </Banner>
    );
  }
  if (!data) return <Skeleton className="mt-4 h-40" />;
  return (
    <div className="pt-2">
      <ul className="divide-y divide-line">
        {data.items.map((device) => (
          <DeviceRow key={device.id} device={device} onRevoked={() => void refetch()} />
        ))}
      </ul>
      {data.items.length > 1 ? (
        <Button className="mt-4" pending={others.isPending} onClick={() => others.mutate()}>
          Sign out everywhere else
        </Button>
      ) : null}
    </div>
  );
}

function DeviceRow({ device, onRevoked }: { device: Device; onRevoked: () => void }) {
  const trpc = useTRPC();
  const revoke = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onSuccess: onRevoked,
      onError: () => showToast({ text: 'Couldn’t sign that device out. Try again.', tone: 'danger' }),
    }),
  );
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-semibold">
          <span className="truncate">{device.device}</span>
          {device.current ? <Tag>This device</Tag> : null}
        </p>
        <p className="truncate text-ink-3 text-sm">
          {device.ip ? `${device.ip} · ` : null}
          last used <Time value={device.lastActiveAt} format="relative" />
        </p>
      </div>
      {device.current ? null : (
        <Button
          size="sm"
          aria-label={`Sign out ${device.device}`}
          pending={revoke.isPending}
          onClick={() => revoke.mutate({ id: device.id })}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
