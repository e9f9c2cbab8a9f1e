'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';

/** Keeps what was typed before the page was alive: behind the draft that there is. `shown` is what the field is drawn with. */
export function useEarlyDraft(talk: string, field: RefObject<HTMLTextAreaElement | null>, shown: string): void {
  const { drafts } = useSync();
  const [first] = useState({ talk, shown });
  useLayoutEffect(() => {
    const typed = field.current?.value ?? '';
    if (typed === '' || typed === first.shown) return;
    void drafts.load().then(() => {
      const draft = drafts.read(first.talk);
      // Who typed on has put it there already.
      if (!draft.startsWith(typed)) drafts.write(first.talk, `${draft}${typed}`);
    });
  }, [drafts, field, first]);
}
