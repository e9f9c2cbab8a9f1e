'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { TextField } from '@parley/ui/text-field';
import { type FormEvent, useId } from 'react';
import { formText } from '../entry/form-text.ts';

export interface SectionNameDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Of a section that is there; a new one has none yet. */
  readonly name?: string;
  readonly onName: (name: string) => void;
}

/** Asks what a section is called. */
export function SectionNameDialog({ open, onOpenChange, name = '', onName }: SectionNameDialogProps) {
  const form = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = formText(new FormData(event.currentTarget), 'name').trim();
    if (typed === '') return;
    onOpenChange(false);
    if (typed !== name) onName(typed);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={name ? 'Rename section' : 'New section'}
      description="Sections are yours alone. Nobody else sees them."
      size="sm"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary">
            {name ? 'Rename' : 'Create'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField name="name" label="Name" defaultValue={name} required maxLength={80} autoComplete="off" />
      </form>
    </Dialog>
  );
}
