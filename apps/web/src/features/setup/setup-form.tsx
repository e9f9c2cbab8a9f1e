'use client';

import { Banner } from '@parley/ui/banner';
import { PasswordField } from '@parley/ui/password-field';
import { TextField } from '@parley/ui/text-field';
import { useRef } from 'react';
import { entryClient } from '../entry/entry-client.ts';
import { SubmitButton } from '../entry/submit-button.tsx';
import { useFormSubmit } from '../entry/use-form-submit.ts';
import { signIn } from '../sign-in/sign-in.ts';

/** The first visitor's form: the workspace, and who they are. Ends in #general. */
export function SetupForm() {
  // Where the workspace stands once it is made: when only the sign-in failed, only that is done again.
  const made = useRef<string | null>(null);
  const { pending, failure, onSubmit } = useFormSubmit(async (fields) => {
    const { workspaceName = '', displayName = '', email = '', password = '' } = fields;
    made.current ??= (await entryClient.auth.setup.mutate({ workspaceName, displayName, email, password })).slug;
    const refused = await signIn(email, password);
    if (!refused) location.assign(`/w/${made.current}`);
    return refused;
  });
  const error = failure.fields;
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {failure.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <TextField
        name="workspaceName"
        label="Workspace name"
        hint="Your company or team. You can change it later."
        autoComplete="organization"
        size="lg"
        required
        autoFocus
        error={error.workspaceName}
      />
      <TextField
        name="displayName"
        label="Your name"
        autoComplete="name"
        size="lg"
        required
        error={error.displayName}
      />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        size="lg"
        required
        error={error.email}
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        size="lg"
        required
        hint="At least 8 characters. A few words make a good one."
        error={error.password}
      />
      <SubmitButton pending={pending}>Create workspace</SubmitButton>
    </form>
  );
}
