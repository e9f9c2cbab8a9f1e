import type { ReactNode } from 'react';

/** One thing that can be completed. */
export interface CompletionItem {
  readonly key: string;
  /** A person, a channel or everybody as they are sent: the field shows their name. */
  readonly token?: string;
  /** What is put into the field when there is no token. */
  readonly insert?: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly detail?: string;
  /** Why one may not want it: `Not in this channel`. */
  readonly note?: string;
}

/** The keys of a list that is open. */
export interface CompletionKeys {
  /** Answers whether the list took the key. */
  press(key: string): boolean;
}
