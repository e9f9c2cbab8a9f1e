'use client';

import { Button } from '@parley/ui/button';
import { useHydrated } from '@parley/ui/use-hydrated';
import type { ReactNode } from 'react';

export interface SubmitButtonProps {
  readonly pending: boolean;
  readonly children: ReactNode;
}

/**
 * Sends an entry form. Takes no press before the page is alive: the browser would send the form itself, with the password
 * in the address.
 */
export function SubmitButton({ pending, children }: SubmitButtonProps) {
  const hydrated = useHydrated();
  return (
    <Button
      type="submit"
      variant="primary"
      size="lg"
      full
      pending={pending}
      disabled={!hydrated}
      className="disabled:opacity-100!"
    >
      {children}
    </Button>
  );
}
