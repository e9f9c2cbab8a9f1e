'use client';

import { Button } from '@parley/ui/button';
import { TextField } from '@parley/ui/text-field';
import { showToast } from '@parley/ui/toast-store';
import type { FormEvent } from 'react';
import { formFailureOf } from '../entry/entry-error.ts';
import { formText } from '../entry/form-text.ts';
import { useNotificationSettings } from '../notifications/use-notification-settings.ts';

/** Words that call the person wherever they are in, as if they were mentioned. */
export function KeywordForm({ keywords }: { keywords: readonly string[] }) {
  const { save } = useNotificationSettings();
  const failure = save.error ? formFailureOf(save.error) : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = formText(new FormData(event.currentTarget), 'keywords').split(',');
    const words = [...new Set(typed.map((word) => word.trim()).filter(Boolean))];
    save.mutate({ keywords: words }, { onSuccess: () => showToast({ text: 'Saved.' }) });
  };
  return (
    <form onSubmit={submit} className="flex items-start gap-2">
      <TextField
        name="keywords"
        label="Keywords"
        hint="Words that call you like your name does, with commas between them."
        placeholder="invoice, release 4.2"
        defaultValue={keywords.join(', ')}
        error={failure?.fields.keywords}
        className="flex-1"
      />
      <Button type="submit" className="mt-6" pending={save.isPending}>
        Save
      </Button>
    </form>
  );
}
