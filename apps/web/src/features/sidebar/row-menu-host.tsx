'use client';

import { type RefObject, Suspense, startTransition, useEffect, useState } from 'react';
import { lateComponent } from '../shell/late-code.ts';

const RowMenu = lateComponent(async () => (await import('./row-menu.tsx')).RowMenu);

/** Where a row's menu is asked for, and for which channel. */
export interface AskedMenu {
  readonly channelId: string;
  readonly row: HTMLElement;
  /** Of the pointer, in px; the row's own place when a key asked. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** Opens the menu of a row (`data-channel`) at a right press, a long press, or the menu key. */
export function RowMenuHost({ list }: { list: RefObject<HTMLElement | null> }) {
  const [asked, setAsked] = useState<AskedMenu | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const onMenu = (event: MouseEvent): void => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-channel]') : null;
      const channelId = row?.dataset.channel;
      if (!row || !channelId) return;
      event.preventDefault();
      const byPointer = event.button === 2 && event.clientX > 0;
      const at = byPointer ? { x: event.clientX, y: event.clientY } : null;
      startTransition(() => setAsked({ channelId, row, at }));
    };
    element.addEventListener('contextmenu', onMenu);
    return () => element.removeEventListener('contextmenu', onMenu);
  }, [list]);
  return (
    <Suspense>
      {asked ? (
        <RowMenu
          key={asked.channelId}
          asked={asked}
          onMoved={() => keepFocus(list, asked.channelId)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Suspense>
  );
}

/** A row that went to another section is another element: the focus goes along, once that is drawn. */
function keepFocus(list: RefObject<HTMLElement | null>, channelId: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      list.current?.querySelector<HTMLElement>(`[data-channel="${CSS.escape(channelId)}"]`)?.focus();
    }),
  );
}
