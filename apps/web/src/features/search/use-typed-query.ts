'use client';

import { useCallback, useEffect, useState } from 'react';
import { goTo } from '../shell/go-to.ts';
import { onSearchMoved, searchInAddress } from './open-search.ts';
import { withSearch } from './search-place.ts';
import { settledQuery } from './split-query.ts';
import { askedOf } from './suggest.ts';

/** So long after the last key the search is asked for, in milliseconds. */
const PAUSE = 250;

export interface TypedQuery {
  /** As it stands in the field. */
  readonly typed: string;
  /** What is searched for: what was typed, a moment later. */
  readonly asked: string;
  type(q: string): void;
  /** Takes a query at once. */
  ask(q: string): void;
}

const inAddress = (): string => searchInAddress()?.q ?? '';

/** What is typed into the search. It follows into the address by itself, and comes from there when one goes back. */
export function useTypedQuery(): TypedQuery {
  const [typed, setTyped] = useState(() => settledQuery(inAddress()));
  const [asked, setAsked] = useState(inAddress);
  const ask = useCallback((q: string) => {
    setTyped(q);
    setAsked(askedOf(q));
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(askedOf(typed)), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const open = searchInAddress();
    if (open === null || open.q === asked) return;
    goTo(withSearch(location.pathname + location.search, { ...open, q: asked }), { replace: true });
  }, [asked]);
  useEffect(
    () =>
      onSearchMoved(() => {
        const q = inAddress();
        setAsked(q);
        setTyped((before) => (askedOf(before) === q ? before : settledQuery(q)));
      }),
    [],
  );
  return { typed, asked, type: setTyped, ask };
}
