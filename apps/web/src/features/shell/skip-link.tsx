'use client';

import { buttonClass } from '@parley/ui/button-class';

/** The first thing that Tab reaches: leads past the list of channels to where one writes, or to what stands there. */
export function SkipLink() {
  return (
    <button
      type="button"
      className={`${buttonClass({ variant: 'primary' })} absolute! top-2 left-2 z-tooltip -translate-y-20 focus-visible:translate-y-0`}
      onClick={() => {
        const main = document.querySelector<HTMLElement>('main');
        (main?.querySelector('textarea') ?? main)?.focus();
      }}
    >
      Skip to the conversation
    </button>
  );
}
