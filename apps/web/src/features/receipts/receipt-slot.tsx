'use client';

import type { Message } from '@parley/realtime/shapes';
import { useHydrated } from '@parley/ui/use-hydrated';
import { lazy, Suspense } from 'react';
import { lateCode } from '../shell/late-code.ts';

const load = lateCode(async () => (await import('./receipt-line.tsx')).ReceiptLine, { quietly: true });
const ReceiptLine = lazy(async () => ({ default: await load() }));

/** Below the viewer's last message: room for who read it. It has its height from the start, so that nothing moves. */
export function ReceiptSlot({ message, waits }: { message: Message; waits: boolean }) {
  const hydrated = useHydrated();
  return (
    <div className="col-start-2 h-4.5 text-ink-3 text-xs" data-receipt="">
      <Suspense>{hydrated && !waits ? <ReceiptLine key={message.id} message={message} /> : null}</Suspense>
    </div>
  );
}
