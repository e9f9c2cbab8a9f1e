'use client';

import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Field, type FieldProps } from './field.tsx';

export interface CopyFieldProps extends FieldProps {
  value: string;
}

const SHOWN_FOR = 2_000;

/** Something to take along, such as a link or a token, with the button that copies it. */
export function CopyField({ value, ...field }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      input.current?.select();
      setState('failed');
    }
  }

  return (
    <Field {...field}>
      {(control) => (
        <div className="flex gap-2">
          <input
            {...control}
            ref={input}
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
            className="control-outline touch-row h-8 min-w-0 flex-1 truncate rounded-md px-2.5 font-mono text-sm"
          />
          <Button
            onClick={copy}
            className="min-w-24"
            icon={state === 'copied' ? <Check size={16} /> : <Copy size={16} />}
          >
            {state === 'copied' ? 'Copied' : 'Copy'}
          </Button>
          <span role="status" className="sr-only">
            {said[state]}
          </span>
        </div>
      )}
    </Field>
  );
}

const said = { idle: '', copied: 'Copied', failed: 'Couldn’t copy. The text is selected: copy it with the keyboard.' };
