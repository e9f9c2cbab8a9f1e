'use client';

import { Banner } from '@parley/ui/banner';
import { PasswordField } from '@parley/ui/password-field';
import { TextField } from '@parley/ui/text-field';
import { entryClient } from '../entry/entry-client.ts';
import type { FormFailure } from '../entry/entry-error.ts';
import { SubmitButton } from '../entry/submit-button.tsx';
import { useFormSubmit } from '../entry/use-form-submit.ts';
import { mismatch, signIn } from './sign-in.ts';

/** Nothing was made: the server does not tell strangers why, but the person may know. */
const taken: FormFailure = {
  message: 'Couldn’t make an account with this e-mail. If you have one already, sign in instead.',
  fields: {},
  focus: 'email',
};

export interface RegisterFormProps {
  /** The random part of the invite link that one comes by. */
  readonly inviteToken?: string | undefined;
  readonly next: string;
  readonly submitLabel: string;
}

/** Makes an account, signs in, and takes up the invite if there is one. */
export function RegisterForm({ inviteToken, next, submitLabel }: RegisterFormProps) {
  const { pending, failure, onSubmit } = useFormSubmit(async ({ displayName = '', email = '', password = '' }) => {
    await entryClient.auth.register.mutate({ displayName, email, password, inviteToken });
    const refused = await signIn(email, password);
    if (refused) return refused === mismatch ? taken : refused;
    const joined = inviteToken ? await entryClient.workspace.joinByInvite.mutate({ token: inviteToken }) : null;
    location.assign(joined ? `/w/${joined.slug}` : next);
    return null;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {failure.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <TextField
        name="displayName"
        label="Your name"
        autoComplete="name"
        size="lg"
        required
        autoFocus
        error={failure.fields.displayName}
      />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        size="lg"
        required
        error={failure.fields.email}
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        size="lg"
        required
        hint="At least 8 characters. A few words make a good one."
        error={failure.fields.password}
      />
      <SubmitButton pending={pending}>{submitLabel}</SubmitButton>
    </form>
  );
}
