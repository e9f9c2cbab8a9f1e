'use client';

import { Banner } from '@parley/ui/banner';
import { TextField } from '@parley/ui/text-field';
import { useState } from 'react';
import { entryClient } from '../entry/entry-client.ts';
import { SubmitButton } from '../entry/submit-button.tsx';
import { useFormSubmit } from '../entry/use-form-submit.ts';

/** The address that a name suggests: its letters and digits, with dashes between words. */
function suggestSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
}

/** Makes a workspace and goes there. The address follows the name until it is typed itself. */
export function CreateWorkspaceForm() {
  const [name, setName] = useState('');
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const slug = typedSlug ?? suggestSlug(name);
  const { pending, failure, onSubmit } = useFormSubmit(async () => {
    const made = await entryClient.workspace.create.mutate({ name, slug });
    location.assign(`/w/${made.slug}`);
    return null;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {failure.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <TextField
        name="name"
        label="Workspace name"
        size="lg"
        required
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={failure.fields.name}
      />
      <TextField
        name="slug"
        label="Address"
        before="/w/"
        hint="Small letters, digits and dashes."
        size="lg"
        required
        value={slug}
        onChange={(event) => setTypedSlug(event.target.value)}
        error={failure.fields.slug}
      />
      <SubmitButton pending={pending}>Create workspace</SubmitButton>
    </form>
  );
}
