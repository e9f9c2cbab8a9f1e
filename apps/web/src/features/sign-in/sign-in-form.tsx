'use client';

import { Banner } from '@parley/ui/banner';
import { PasswordField } from '@parley/ui/password-field';
import { TextField } from '@parley/ui/text-field';
import { SubmitButton } from '../entry/submit-button.tsx';
import { useFormSubmit } from '../entry/use-form-submit.ts';
import { signIn } from './sign-in.ts';

/** E-mail and password; goes to `next` (a path on this site) once the session stands. */
export function SignInForm({ next }: { next: string }) {
  const { pending, failure, onSubmit } = useFormSubmit(async ({ email = '', password = '' }) => {
    const refused = await signIn(email, password);
    if (!refused) location.assign(next);
    return refused;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {failure.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <TextField name="email" label="E-mail" type="email" autoComplete="username" size="lg" required autoFocus />
      <PasswordField name="password" label="Password" autoComplete="current-password" size="lg" required />
      <SubmitButton pending={pending}>Sign in</SubmitButton>
    </form>
  );
}
