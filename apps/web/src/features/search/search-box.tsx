'use client';

import { IconButton } from '@parley/ui/icon-button';
import clsx from 'clsx';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { QueryChips } from './query-chips.tsx';
import { longestQuery } from './search-place.ts';
import { joinQuery, splitQuery } from './split-query.ts';
import type { Suggestion } from './suggest.ts';
import { tokenAtEnd } from './suggest.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';
import type { TypedQuery } from './use-typed-query.ts';

export interface SearchBoxProps {
  readonly query: TypedQuery;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onEnter: () => void;
  /** The arrow down, where nothing is suggested. */
  readonly onDown: () => void;
}

/** Where one types what to look for. Filters become chips; what may follow an operator is suggested. */
export function SearchBox({ query, field, onEnter, onDown }: SearchBoxProps) {
  const { chips, text } = splitQuery(query.typed);
  const sources = chips.map((chip) => chip.source);
  const [focused, setFocused] = useState(false);
  const [left, setLeft] = useState<string | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const list = useId();
  const token = tokenAtEnd(text);
  const found = useSuggestions(token);
  const suggestions = focused && left !== text ? found : [];
  // A value is what one is about to choose; the beginning of an operator may as well be a word.
  const first = token?.kind === 'value' ? 0 : -1;
  const chosen = Math.min(moved ?? first, suggestions.length - 1);
  const active = suggestions[chosen];
  const type = (next: string): void => {
    setMoved(null);
    query.type(joinQuery(sources, next));
  };
  const take = ({ source }: Suggestion): void => {
    const before = text.slice(0, token?.start ?? text.length);
    const whole = !source.endsWith(':');
    setMoved(null);
    if (whole) query.ask(joinQuery(sources, `${before}${source} `));
    else type(`${before}${source}`);
    field.current?.focus();
  };
  const removeLast = (): boolean => {
    const start = field.current?.selectionStart === 0 && field.current.selectionEnd === 0;
    if (start && sources.length > 0) query.ask(joinQuery(sources.slice(0, -1), text));
    return start && sources.length > 0;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    // A second Ctrl+F is the browser's own search.
    if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) event.stopPropagation();
    const keys: Partial<Record<string, () => boolean>> = {
      ArrowDown: () => (suggestions.length > 0 ? move(1) : (onDown(), true)),
      ArrowUp: () => suggestions.length > 0 && move(-1),
      Tab: () => !event.shiftKey && complete(active ?? suggestions[0]),
      Enter: () => complete(active) || search(),
      Backspace: removeLast,
      Escape: () => suggestions.length > 0 && leave(),
    };
    if (keys[event.key]?.()) event.preventDefault();
  };
  const move = (step: 1 | -1): true => {
    setMoved((chosen + step + suggestions.length) % suggestions.length);
    return true;
  };
  const complete = (suggestion: Suggestion | undefined): boolean => {
    if (suggestion) take(suggestion);
    return suggestion !== undefined;
  };
  const search = (): true => {
    query.ask(`${query.typed.trimEnd()}${query.typed.trim() === '' ? '' : ' '}`);
    onEnter();
    return true;
  };
  const leave = (): true => {
    setLeft(text);
    return true;
  };
  return (
    <div className="relative min-w-0 flex-1 py-2">
      <div
        className={clsx(
          'control-outline flex min-h-8 flex-wrap items-center gap-1 rounded-md py-0.5 pr-1 pl-2.5',
          'has-[input:focus-visible]:border-ring has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-ring has-[input:focus-visible]:-outline-offset-1',
        )}
      >
        <Search size={16} className="mr-1 shrink-0 text-ink-3" aria-hidden="true" />
        <QueryChips
          chips={chips}
          onRemove={(index) => {
            query.ask(joinQuery(sources.toSpliced(index, 1), text));
            field.current?.focus();
          }}
        />
        <input
          ref={field}
          role="combobox"
          aria-label="Search"
          aria-expanded={suggestions.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${list}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={longestQuery}
          placeholder={chips.length === 0 ? 'Search messages, channels, people' : 'and …'}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          className="h-6.5 min-w-20 flex-1 bg-transparent text-field outline-none pointer-coarse:h-10"
        />
        {query.typed === '' ? null : (
          <IconButton
            label="Clear"
            size="sm"
            onClick={() => {
              query.ask('');
              field.current?.focus();
            }}
          >
            <X size={16} />
          </IconButton>
        )}
      </div>
      <SuggestionList id={list} suggestions={suggestions} chosen={chosen} onPoint={setMoved} onTake={take} />
    </div>
  );
}
