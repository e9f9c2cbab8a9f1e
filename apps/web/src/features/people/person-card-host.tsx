'use client';

import { Suspense, startTransition, useEffect, useState } from 'react';
import { Listeners } from '../../sync/listeners.ts';
import { lateComponent } from '../shell/late-code.ts';

const PersonCard = lateComponent(async () => (await import('./person-card.tsx')).PersonCard);

/** Whose card is asked for, and by what. */
export interface AskedPerson {
  readonly userId: string;
  readonly anchor: HTMLElement;
}

const asking = new Listeners<AskedPerson>();

/** Opens the card of a person beside an element, which gets the focus back. */
export const showPerson = (asked: AskedPerson): void => asking.tell(asked);

/** Opens the card of a person when it is asked for, or something that stands for them (`data-person`) is pressed. */
export function PersonCardHost() {
  const [asked, setAsked] = useState<AskedPerson | null>(null);
  useEffect(() => {
    const onClick = ({ target }: MouseEvent): void => {
      const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-person]') : null;
      const userId = anchor?.dataset.person;
      if (anchor && userId) startTransition(() => setAsked({ userId, anchor }));
    };
    document.addEventListener('click', onClick);
    const off = asking.add((person) => startTransition(() => setAsked(person)));
    return () => {
      document.removeEventListener('click', onClick);
      off();
    };
  }, []);
  return (
    <Suspense>{asked ? <PersonCard key={asked.userId} asked={asked} onClose={() => setAsked(null)} /> : null}</Suspense>
  );
}
