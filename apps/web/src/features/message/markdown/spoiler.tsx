'use client';

import clsx from 'clsx';
import { type ReactNode, useId, useState } from 'react';
import { askedStyle } from './inline-styles.ts';

/** Text that stays hidden, from screen readers too, until its reader presses it. Pressed again it hides anew. */
export function Spoiler({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <span className="rounded-xs bg-ink/12 px-0.5 [box-decoration-break:clone]">
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
        className={askedStyle}
      >
        {shown ? 'Hide' : 'Show spoiler'}
      </button>
      <span id={id} inert={!shown} aria-hidden={!shown} className={clsx(!shown && 'select-none opacity-0')}>
        {children}
      </span>
    </span>
  );
}
