'use client';

import { Avatar } from '@parley/ui/avatar';
import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Skeleton } from '@parley/ui/skeleton';
import { TextField } from '@parley/ui/text-field';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';
import { formFailureOf } from '../entry/entry-error.ts';
import { formText } from '../entry/form-text.ts';

/** How others see one: name, handle, title, time zone. */
export function ProfileForm() {
  const trpc = useTRPC();
  const { data: me, isError, refetch } = useQuery(trpc.account.me.queryOptions(undefined, { staleTime: 0 }));
  if (isError) {
    const retry = <Button onClick={() => void refetch()}>Retry</Button>;
    return (
      <Banner tone="danger" action={retry} className="mt-4">
        Couldn’t load your profile.
      </Banner>
    );
  }
  return me ? <ProfileFields me={me} /> : <Skeleton className="mt-4 h-64" />;
}

function ProfileFields({ me }: { me: ApiOutput['account']['me'] }) {
  const trpc = useTRPC();
  const router = useRouter();
  const save = useMutation(
    trpc.account.update.mutationOptions({
      onSuccess: () => {
        showToast({ text: 'Saved.' });
        router.refresh();
      },
    }),
  );
  const failure = save.error ? formFailureOf(save.error) : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => formText(form, name);
    save.mutate({
      displayName: text('displayName'),
      handle: text('handle'),
      title: text('title'),
      timezone: text('timezone'),
    });
  };
  const zone = me.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pt-4">
      {failure?.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <div className="flex items-center gap-4">
        <Avatar id={me.id} name={me.displayName} src={me.avatarUrl} size={72} />
        <p className="min-w-0 text-ink-3 text-sm">
          <span className="block truncate font-semibold text-base text-ink">{me.displayName}</span>
          {me.email}
        </p>
      </div>
      <TextField
        name="displayName"
        label="Name"
        defaultValue={me.displayName}
        required
        limit={80}
        error={failure?.fields.displayName}
      />
      <TextField
        name="handle"
        label="Handle"
        before="@"
        defaultValue={me.handle}
        required
        error={failure?.fields.handle}
      />
      <TextField
        name="title"
        label="What you do"
        optional
        defaultValue={me.title ?? ''}
        limit={80}
        error={failure?.fields.title}
      />
      <TextField
        name="timezone"
        label="Time zone"
        defaultValue={zone}
        list="time-zones"
        required
        error={failure?.fields.timezone}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Button type="submit" variant="primary" className="self-start" pending={save.isPending}>
        Save
      </Button>
    </form>
  );
}
