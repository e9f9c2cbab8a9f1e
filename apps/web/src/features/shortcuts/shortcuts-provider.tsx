'use client';

import { useIsMac } from '@parley/ui/use-is-mac';
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react';
import { matchesKeys } from './matches-keys.ts';
import { type Shortcut, type ShortcutName, shortcuts } from './shortcut-list.ts';

type Handler = () => void;

/** Who answers to which shortcut now. Of several, the one that came last. */
class BoundShortcuts {
  readonly #handlers = new Map<ShortcutName, Handler[]>();
  readonly #answered = new Map<symbol, readonly Shortcut[]>();

  bind(name: ShortcutName, handler: Handler): () => void {
    this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler]);
    return () => {
      const left = (this.#handlers.get(name) ?? []).filter((other) => other !== handler);
      if (left.length > 0) this.#handlers.set(name, left);
      else this.#handlers.delete(name);
    };
  }

  handler(name: ShortcutName): Handler | undefined {
    return this.#handlers.get(name)?.at(-1);
  }

  /** Notes keys that a part of the page answers to by itself, until it goes. */
  note(answered: readonly Shortcut[]): () => void {
    const key = Symbol('answered');
    this.#answered.set(key, answered);
    return () => this.#answered.delete(key);
  }

  /** All that does something now, in the order of the list. */
  all(): Shortcut[] {
    const bound = namesOf().filter((name) => this.#handlers.has(name));
    const all = [...bound.map((name): Shortcut => shortcuts[name]), ...[...this.#answered.values()].flat()];
    return all.filter(({ label }, index) => all.findIndex((other) => other.label === label) === index);
  }
}

const ShortcutsContext = createContext<BoundShortcuts | null>(null);

function useBoundShortcuts(): BoundShortcuts {
  const bound = use(ShortcutsContext);
  if (!bound) throw new Error('Shortcuts need a ShortcutsProvider above them.');
  return bound;
}

/** Calls `onPress` for a shortcut while the component stands. */
export function useShortcut(name: ShortcutName, onPress: Handler): void {
  const bound = useBoundShortcuts();
  const handler = useEffectEvent(onPress);
  useEffect(() => bound.bind(name, () => handler()), [bound, name]);
}

/** Says which keys the component answers to by itself while it stands: the list that it answers by, for the sheet. */
export function useAnsweredKeys(answered: readonly Shortcut[]): void {
  const bound = useBoundShortcuts();
  useEffect(() => bound.note(answered), [bound, answered]);
}

/** The shortcuts that did something when this was first drawn, for the sheet. */
export function useAllShortcuts(): readonly Shortcut[] {
  const bound = useBoundShortcuts();
  const [all] = useState(() => bound.all());
  return all;
}

function namesOf(): ShortcutName[] {
  return Object.keys(shortcuts).filter((name): name is ShortcutName => name in shortcuts);
}

/** What stands over the page keeps the keys to itself until it is closed. */
function isInModal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role="dialog"], [role="alertdialog"]') !== null;
}

/** Listens for the app's shortcuts, once for the page. A key that was put to use elsewhere is left alone. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [bound] = useState(() => new BoundShortcuts());
  const mac = useIsMac();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = namesOf().find((each) => shortcuts[each].keys.some((keys) => matchesKeys(event, keys, mac)));
      const handler = name && bound.handler(name);
      if (!handler) return;
      event.preventDefault();
      if (!isInModal(event.target)) handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [bound, mac]);
  return <ShortcutsContext value={bound}>{children}</ShortcutsContext>;
}
