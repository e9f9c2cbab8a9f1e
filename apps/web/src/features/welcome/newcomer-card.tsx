'use client';

import { useHydrated } from '@parley/ui/use-hydrated';
import { Suspense, useState } from 'react';
import { lateComponent } from '../shell/late-code.ts';
import { useWorkspaces } from '../workspace/workspaces-context.tsx';
import { isNewcomer, rememberGreeted } from './newcomer.ts';

const NewcomerGreeting = lateComponent(async () => (await import('./newcomer-greeting.tsx')).NewcomerGreeting);

/**
 * The product's own bot greets somebody who has just joined, with three things to try. It says it here and not in a
 * conversation, where it would be unread, and one of theirs for ever. Goes for good when it is closed, or after some days.
 */
export function NewcomerCard() {
  const { workspace } = useWorkspaces();
  const hydrated = useHydrated();
  const [closed, setClosed] = useState(false);
  if (!hydrated || closed || workspace.role === 'OWNER' || !isNewcomer(workspace)) return null;
  const close = (): void => {
    rememberGreeted(workspace.id);
    setClosed(true);
  };
  return (
    <Suspense fallback={null}>
      <NewcomerGreeting onClose={close} />
    </Suspense>
  );
}
