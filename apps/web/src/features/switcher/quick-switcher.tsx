'use client';

import { Kbd } from '@parley/ui/kbd';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { openSearch } from '../search/open-search.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { goTo } from '../shell/go-to.ts';
import { takeTyping } from '../shell/held-typing.ts';
import { channelPath } from '../shell/place.ts';
import { SwitcherOption } from './switcher-option.tsx';
import { useOpenDirect } from './use-open-direct.ts';
import { type SwitcherChoice, useSwitcherOptions } from './use-switcher-options.ts';

/** Finds a place to go to by a few letters: a channel, a person, or what was said. Enter with nothing typed goes back to the channel before. */
export function QuickSwitcher({ onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const options = useSwitcherOptions(typed);
  const openDirect = useOpenDirect();
  const active = options[Math.min(chosen, options.length - 1)];

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    if (field.current) takeTyping(field.current);
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (active) document.getElementById(`${list}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, list]);

  const go = (choice: SwitcherChoice): void => {
    onOpenChange(false);
    if (choice.type === 'channel') goTo(channelPath(workspace.slug, choice.id));
    else if (choice.type === 'person') openDirect(choice.id);
    // Once this dialog is gone: it gives the focus back to where it was, and the search is to have it.
    else setTimeout(() => openSearch(choice.q));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(options.length, 1));
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + options.length) % Math.max(options.length, 1));
    else if (event.key === 'Enter' && active) go(active);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Find or jump to"
      onClose={() => onOpenChange(false)}
      onClick={(event) => event.target === event.currentTarget && onOpenChange(false)}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      className="mx-auto mt-[12vh] mb-auto w-[min(36rem,calc(100vw-2rem))] overflow-hidden rounded-xl border border-line-strong bg-raised text-ink shadow-float backdrop:bg-scrim max-sm:mt-3"
    >
      <div className="flex h-12 items-center gap-3 border-line border-b px-4">
        <Search size={18} aria-hidden="true" className="shrink-0 text-ink-3" />
        <input
          ref={field}
          role="combobox"
          aria-label="Find or jump to"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={active ? `${list}-${active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Find or jump to…"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
        <Kbd keys="escape" className="max-sm:hidden" />
      </div>
      <div id={list} role="listbox" aria-label="Places" className="max-h-[min(26rem,60vh)] overflow-y-auto p-1.5">
        {options.map((option) => (
          <SwitcherOption
            key={option.id}
            id={`${list}-${option.id}`}
            option={option}
            active={option === active}
            onPoint={() => setChosen(options.indexOf(option))}
            onPress={() => go(option)}
          />
        ))}
      </div>
      {options.length === 1 ? (
        <p className="px-4 pt-1 pb-5 text-center text-ink-3 text-sm">
          {typed.trim() ? `Nothing is called “${typed.trim()}”.` : 'There is no other place yet.'}
        </p>
      ) : null}
    </dialog>
  );
}
