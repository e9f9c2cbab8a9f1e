'use client';

import type { User } from '@parley/realtime/shapes';
import { Banner } from '@parley/ui/banner';
import { RadioGroup } from '@parley/ui/radio-group';
import { SearchField } from '@parley/ui/search-field';
import { TextArea } from '@parley/ui/text-area';
import { TextField } from '@parley/ui/text-field';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { FormFailure } from '../entry/entry-error.ts';
import { PeopleSearch } from '../members/people-search.tsx';
import { channelNameOf } from './channel-name.ts';
import { useNameTaken } from './use-name-taken.ts';

const NAME_LIMIT = 80;

const kinds = [
  { value: 'PUBLIC', label: 'Public', hint: 'Anyone in the workspace can find and join it.' },
  { value: 'PRIVATE', label: 'Private', hint: 'Only people who are added can see it.' },
] as const;

/** What a channel is to be, as it was typed. */
export interface NewChannel {
  readonly typedName: string;
  readonly topic: string;
  readonly description: string;
  readonly kind: (typeof kinds)[number]['value'];
  readonly people: readonly User[];
}

export const emptyChannel: NewChannel = { typedName: '', topic: '', description: '', kind: 'PUBLIC', people: [] };

export interface NewChannelFormProps {
  /** The form's id, for a button outside of it. */
  readonly id: string;
  readonly value: NewChannel;
  readonly onChange: (value: NewChannel) => void;
  readonly onSubmit: () => void;
  /** What the server said, of the whole and of fields. */
  readonly failure: FormFailure | null;
}

/** The fields of a channel that is to be made. Says how it will be called while its name is typed. */
export function NewChannelForm({ id, value, onChange, onSubmit, failure }: NewChannelFormProps) {
  const { me } = useSession();
  const [typed, setTyped] = useState('');
  const name = channelNameOf(value.typedName);
  const taken = useNameTaken(name);
  const set = (change: Partial<NewChannel>): void => onChange({ ...value, ...change });
  const count = value.people.length;
  return (
    <form
      id={id}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!taken) onSubmit();
      }}
    >
      {failure?.message ? <Banner tone="danger">{failure.message}</Banner> : null}
      <TextField
        name="name"
        label="Name"
        before="#"
        placeholder="release-train"
        limit={NAME_LIMIT}
        required
        autoComplete="off"
        value={value.typedName}
        onChange={(event) => set({ typedName: event.target.value })}
        hint={
          name === '' || name === value.typedName
            ? 'Lower case, with dashes between words.'
            : `It will be called #${name}.`
        }
        error={taken ? `There is already a channel called #${name}. Choose another name.` : failure?.fields.name}
      />
      <TextField
        name="topic"
        label="Topic"
        optional
        hint="What is going on in it now, in a few words."
        limit={250}
        value={value.topic}
        onChange={(event) => set({ topic: event.target.value })}
        error={failure?.fields.topic}
      />
      <TextArea
        name="description"
        label="Description"
        optional
        hint="Who belongs here, and what for."
        limit={2_000}
        rows={2}
        value={value.description}
        onChange={(event) => set({ description: event.target.value })}
        error={failure?.fields.description}
      />
      <RadioGroup label="Who can see it" options={kinds} value={value.kind} onValueChange={(kind) => set({ kind })} />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="pb-1 font-semibold text-sm">
          First members{count > 0 ? ` (${count})` : null}
          <span className="font-normal text-ink-3"> optional</span>
        </legend>
        <SearchField
          label="Find people"
          value={typed}
          onValueChange={setTyped}
          // Enter looks for people here, and makes no channel yet.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <PeopleSearch
          typed={typed}
          chosen={value.people}
          onChange={(people) => set({ people })}
          inside={new Set()}
          without={new Set([me.id])}
          className="-mx-2 max-h-44 overflow-y-auto"
        />
      </fieldset>
    </form>
  );
}
