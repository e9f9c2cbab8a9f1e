'use client';

import { IconButton } from '@parley/ui/icon-button';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { Suspense, startTransition, useState } from 'react';
import { lateComponent } from '../shell/late-code.ts';
import type { SidebarSection } from './sidebar-order.ts';

const SectionMenu = lateComponent(async () => (await import('./section-menu.tsx')).SectionMenu);

/** Opens a section's menu; its code is fetched when it is asked for. */
export function SectionMenuButton({ section }: { section: SidebarSection }) {
  const [asked, setAsked] = useState(false);
  const ask = asked ? undefined : () => startTransition(() => setAsked(true));
  const trigger = (
    <IconButton
      label={`${section.title}: sort and more`}
      size="sm"
      onClick={ask}
      className="pointer-fine:not-aria-expanded:not-focus-visible:opacity-0 pointer-fine:group-hover/head:opacity-100! pointer-fine:group-focus-within/head:opacity-100!"
    >
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <Suspense fallback={trigger}>{asked ? <SectionMenu trigger={trigger} section={section} /> : trigger}</Suspense>
  );
}
