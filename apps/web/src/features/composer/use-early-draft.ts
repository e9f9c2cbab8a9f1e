'use client';

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';

/**
 * Keeps what was typed before the page was alive: behind the draft that there is. `shown` is what the field is drawn with. While
 * it is not known whether there is one, holds a promise: whether what was typed stands there alone.
 */
export function useEarlyDraft(
  talk: string,
  field: RefObject<HTMLTextAreaElement | null>,
  shown: string,
): RefObject<Promise<boolean> | null> {
  const { drafts } = useSync();
  const [first] = useState({ talk, shown });
  const settling = useRef<Promise<boolean> | null>(null);
  useLayoutEffect(() => {
    const typed = field.current?.value ?? '';
    if (typed === '' || typed === first.shown) return;
    settling.current = drafts.load().then(() => {
      settling.current = null;
      const draft = drafts.read(first.talk);
      // Who typed on has put it there already.
      if (draft.startsWith(typed)) return true;
      drafts.write(first.talk, `${draft}${typed}`);
      return draft === '';
    });
  }, [drafts, field, first]);
  return settling;
}
