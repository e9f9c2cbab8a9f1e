'use client';

import {
  type ComponentType,
  cloneElement,
  type LazyExoticComponent,
  type ReactElement,
  Suspense,
  startTransition,
  useState,
} from 'react';

/** What a menu that was fetched on demand is given: the trigger that asked for it, already pressed. */
export interface OnDemandProps {
  readonly trigger: ReactElement<{ onClick?: () => void }>;
}

/** Shows a trigger alone until it is pressed, and only then fetches and opens the menu that belongs to it. */
export function OnDemand({
  trigger,
  menu: Menu,
}: OnDemandProps & { menu: LazyExoticComponent<ComponentType<OnDemandProps>> }) {
  const [asked, setAsked] = useState(false);
  // A transition, inside a boundary that stands already: the menu opens as soon as its code is there.
  const ask = (): void => startTransition(() => setAsked(true));
  return (
    <Suspense fallback={trigger}>
      {asked ? <Menu trigger={trigger} /> : cloneElement(trigger, { onClick: ask })}
    </Suspense>
  );
}
