'use client';

import type { User } from '@parley/realtime/shapes';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { ChosenPerson } from './chosen-person.tsx';
import { PickerList } from './picker-list.tsx';
import { useFoundPeople } from './use-found-people.ts';

export interface PeoplePickerProps {
  readonly chosen: readonly User[];
  readonly onChange: (chosen: readonly User[]) => void;
  /** Enter was pressed and nobody is being looked for. */
  readonly onDone: () => void;
  /** How many can be chosen. */
  readonly most: number;
}

/** A field to choose people in by the keyboard: letters, arrows, Enter; Backspace takes the last one back. */
export function PeoplePicker({ chosen, onChange, onDone, most }: PeoplePickerProps) {
  const { me } = useSession();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [pointed, setPointed] = useState(0);
  const full = chosen.filter((user) => user.id !== me.id).length >= most;
  const found = useFoundPeople(typed);
  const people = found.people.filter((user) => chosen.every((other) => other.id !== user.id));
  const active = full ? undefined : people[Math.min(pointed, people.length - 1)];
  useEffect(() => {
    if (active) document.getElementById(`${list}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, list]);

  const look = (text: string): void => {
    setTyped(text);
    setPointed(0);
  };
  const choose = (user: User): void => {
    onChange([...chosen, user]);
    look('');
    field.current?.focus();
  };
  const move = (step: number): void => {
    if (people.length > 0) setPointed((Math.min(pointed, people.length - 1) + step + people.length) % people.length);
  };
  const enter = (): void => {
    if (typed.trim() === '' && chosen.length > 0) onDone();
    else if (!found.settled) void chooseFirst();
    else if (active) choose(active);
  };
  // Enter came before the people for what was typed: the first of them is meant, unless something else was typed since.
  const chooseFirst = async (): Promise<void> => {
    const first = (await found.ask()).find((user) => chosen.every((other) => other.id !== user.id));
    if (first && !full && field.current?.value === typed) choose(first);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: enter,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Backspace' && typed === '') onChange(chosen.slice(0, -1));
    const answer = keys[event.key];
    if (!answer) return;
    event.preventDefault();
    answer();
  };
  return (
    <>
      <div className="control-outline flex min-h-10 flex-wrap items-center gap-1.5 rounded-md p-1.5">
        {chosen.map((user) => (
          <ChosenPerson
            key={user.id}
            user={user}
            onRemove={() => {
              onChange(chosen.filter((other) => other.id !== user.id));
              field.current?.focus();
            }}
          />
        ))}
        <input
          ref={field}
          role="combobox"
          aria-label="To"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={active ? `${list}-${active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={chosen.length === 0 ? 'A name or @handle' : ''}
          value={typed}
          onChange={(event) => look(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-7 min-w-32 flex-1 bg-transparent px-1 text-field outline-none"
        />
      </div>
      <PickerList
        id={list}
        people={people}
        active={active}
        full={full}
        most={most}
        search={{ ...found, typed: typed.trim() }}
        onPoint={setPointed}
        onChoose={choose}
      />
    </>
  );
}
