'use client';

import { Button } from '@parley/ui/button';
import { IconButton } from '@parley/ui/icon-button';
import { TextArea } from '@parley/ui/text-area';
import { TextField } from '@parley/ui/text-field';
import Pencil from 'lucide-react/icons/pencil';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formFailureOf } from '../entry/entry-error.ts';

export interface InlineFieldProps {
  readonly label: string;
  readonly value: string;
  /** Shown when there is none yet. */
  readonly empty: string;
  readonly limit: number;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly editable: boolean;
  /** Rejects with the server's error. */
  readonly onSave: (value: string) => Promise<void>;
  /** The field's name in the server's errors. */
  readonly field: string;
}

/** A text that is read in place and changed in place. */
export function InlineField(props: InlineFieldProps) {
  const { label, value, empty, editable } = props;
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const done = (): void => {
    setEditing(false);
    requestAnimationFrame(() => edit.current?.focus());
  };
  if (editing) return <InlineEditor {...props} onDone={done} />;
  return (
    <div className="group/field flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold text-sm">{label}</h3>
        <p className={`whitespace-pre-wrap [overflow-wrap:anywhere] ${value ? 'text-ink-2' : 'text-ink-3'}`}>
          {value || empty}
        </p>
      </div>
      {editable ? (
        <IconButton ref={edit} label={`Edit ${label.toLowerCase()}`} onClick={() => setEditing(true)}>
          <Pencil size={16} />
        </IconButton>
      ) : null}
    </div>
  );
}

function InlineEditor({
  label,
  value,
  limit,
  multiline = false,
  required = false,
  field,
  onSave,
  onDone,
}: InlineFieldProps & { onDone: () => void }) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const save = async (): Promise<void> => {
    if (text.trim() === value) return onDone();
    setPending(true);
    try {
      await onSave(text.trim());
      onDone();
    } catch (failure) {
      const { message, fields } = formFailureOf(failure);
      setError(fields[field] ?? message ?? 'That didn’t work. Try again.');
      setPending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const enters = event.key === 'Enter' && !event.nativeEvent.isComposing;
    if (event.key === 'Escape') onDone();
    else if (enters && (!multiline || event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const common = { label, error, limit, autoFocus: true, value: text, onKeyDown };
  return (
    <div className="flex flex-col gap-2">
      {multiline ? (
        <TextArea {...common} onChange={(event) => setText(event.target.value)} />
      ) : (
        <TextField {...common} onChange={(event) => setText(event.target.value)} />
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          variant="primary"
          pending={pending}
          disabled={text.length > limit || (required && text.trim() === '')}
          onClick={() => void save()}
        >
          Save
        </Button>
      </div>
    </div>
  );
}
