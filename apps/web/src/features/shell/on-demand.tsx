'use client';

import {
  type ComponentType,
  cloneElement,
  type LazyExoticComponent,
  type ReactElement,
  Suspense,
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
  if (!asked) return cloneElement(trigger, { onClick: () => setAsked(true) });
  return (
    <Suspense fallback={trigger}>
      <Menu trigger={trigger} />
    </Suspense>
  );
}
