'use client';

import { CSPProvider as Base } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';

export interface CspProviderProps {
  /** Of this response, for the scripts that a component may bring. */
  nonce?: string | undefined;
  children: ReactNode;
}

/** Keeps the headless components within the content security policy: no style element of theirs is ever made. */
export function CspProvider({ nonce, children }: CspProviderProps) {
  return (
    <Base nonce={nonce} disableStyleElements>
      {children}
    </Base>
  );
}
