'use client';

import { type FormEvent, useState } from 'react';
import { type FormFailure, formFailureOf } from './entry-error.ts';

const none: FormFailure = { message: null, fields: {} };

/**
 * Sends a form: `send` gets the fields by name. Says whether it is under way and what went wrong; what was typed stays.
 * `send` may answer a failure of its own.
 */
export function useFormSubmit(send: (fields: Record<string, string>) => Promise<FormFailure | null>) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<FormFailure>(none);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    setPending(true);
    setFailure(none);
    send(fields)
      .catch(formFailureOf)
      .then((result) => {
        if (!result) return;
        setPending(false);
        setFailure(result);
        const [first = result.focus] = Object.keys(result.fields);
        const field = first && form.querySelector<HTMLInputElement>(`[name="${CSS.escape(first)}"]`);
        if (!field) return;
        field.focus();
        field.select();
      });
  };
  return { pending, failure, onSubmit };
}
