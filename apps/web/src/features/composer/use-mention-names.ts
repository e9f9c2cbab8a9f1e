'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import { calledPeople, MentionNames } from './mention-names.ts';

export interface NamedText {
  /** What the field shows: people and channels by name. */
  text: string;
  setText: (text: string) => void;
  names: MentionNames;
}

/** A text that is stored with ids, for a field that shows names. */
export function useMentionNames(body: string, setBody: (body: string) => void): NamedText {
  const { people, channels } = useSync();
  const [names] = useState(
    () =>
      new MentionNames({
        namesOf: (sign, id) => {
          if (sign === '@') return namesOf(people.get(id));
          const channel = channels.read(id);
          return channel ? [channel.name] : [];
        },
        idOf: (sign, name) => (sign === '@' ? people.withHandle(name) : channels.named(name))?.id,
      }),
  );
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  const shown = () => names.show(body);
  const text = useSyncExternalStore(subscribe, shown, shown);
  useEffect(() => {
    for (const id of calledPeople(text)) people.lookUp(id);
  }, [people, text]);
  const setText = useCallback((changed: string) => setBody(names.store(changed)), [names, setBody]);
  return { text, setText, names };
}

function namesOf(person: { displayName: string; handle: string } | undefined): string[] {
  return person ? [person.displayName, person.handle] : [];
}
