'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { PasswordField } from '@parley/ui/password-field';
import { showToast } from '@parley/ui/toast-store';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '../../trpc/trpc.ts';
import { formFailureOf } from '../entry/entry-error.ts';
import { formText } from '../entry/form-text.ts';

/** Sets another password; other devices are signed out by it. */
export function PasswordForm() {
  const trpc = useTRPC();
  const [round, setRound] = useState(0);
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        setRound((before) => before + 1);
        showToast({ text: 'Your password is changed. Other devices are signed out.' });
      },
    }),
  );
  const failure = change.error ? formFailureOf(change.error) : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    change.mutate({
      currentPassword: formText(fields, 'currentPassword'),
      newPassword: formText(fields, 'newPassword'),
    });
  };
  return (
    <form key={round} onSubmit={submit} className="flex flex-col gap-4 pt-4">
      {failure?.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <PasswordField
        name="currentPassword"
        label="Current password"
        autoComplete="current-password"
        required
        error={failure?.fields.currentPassword}
      />
      <PasswordField
        name="newPassword"
        label="New password"
        autoComplete="new-password"
        hint="At least 8 characters. A few words make a good one."
        required
        error={failure?.fields.newPassword}
      />
      <Button type="submit" variant="primary" className="self-start" pending={change.isPending}>
        Change password
      </Button>
    </form>
  );
}
