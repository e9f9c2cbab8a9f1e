'use client';

import { type FormEvent, useState } from 'react';
import { type FormFailure, formFailureOf } from './entry-error.ts';
import { formText } from './form-text.ts';

function textFields(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries([...data.keys()].map((name) => [name, formText(data, name)]));
}

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
    const fields = textFields(form);
    setPending(true);
    setFailure(none);
    void send(fields)
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
