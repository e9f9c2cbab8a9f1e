'use client';

import type { Message } from '@parley/realtime/shapes';
import { Button } from '@parley/ui/button';
import { type KeyboardEvent, useState } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkKey } from '../../sync/talk.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { CompletingField } from '../composer/completing-field.tsx';
import { keyMeaning } from '../composer/composer-keys.ts';
import { useEnterSends } from '../composer/use-enter-sends.ts';
import { useMentionNames } from '../composer/use-mention-names.ts';
import { EditBase } from './edit-base.ts';
import { useMessageActions } from './message-actions.tsx';

type State = { at: 'typing' | 'saving' } | { at: 'failed'; reason: string; changed: boolean };

/** A message's text in a field, in its place. Enter saves, Escape leaves it as it was. */
export function MessageEditor({ message }: { message: Message }) {
  const actions = useMessageActions();
  const { body, text, setText, names, state, save } = useEditing(message);
  const [enterSends] = useEnterSends();

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const meaning = keyMeaning(event.nativeEvent, {
      text,
      caret: event.currentTarget.selectionStart,
      enterSends,
    });
    if (meaning === 'send') void save();
    else if (meaning === 'leave') actions.stopEditing();
    else return;
    event.preventDefault();
  }
  return (
    <div data-field-box className="my-1 rounded-lg border border-line-control bg-raised p-2 focus-within:border-ring">
      <CompletingField
        ref={caretAtEnd}
        talk={talkKey(message)}
        {...{ names, text, onKeyDown }}
        autoFocus
        label="Edit message"
        readOnly={state.at === 'saving'}
        className="max-h-[50vh]"
        onText={setText}
      />
      <div className="flex flex-wrap items-center justify-end gap-2 pt-1.5">
        <p role="alert" className="mr-auto text-danger text-sm">
          {state.at === 'failed' ? state.reason : ''}
        </p>
        <Button size="sm" variant="ghost" onClick={() => actions.stopEditing()}>
          Cancel
        </Button>
        <Button
          size="sm"
          variant="primary"
          pending={state.at === 'saving'}
          disabled={body.trim() === ''}
          onClick={() => void save({ anyway: state.at === 'failed' && state.changed })}
        >
          {state.at === 'failed' && state.changed ? 'Save mine' : 'Save'}
        </Button>
      </div>
    </div>
  );
}

function caretAtEnd(field: HTMLTextAreaElement | null): void {
  field?.setSelectionRange(field.value.length, field.value.length);
}

function useEditing(message: Message) {
  const api = useTRPCClient();
  const sync = useSync();
  const actions = useMessageActions();
  const [body, setBody] = useState(message.body);
  const { text, setText, names } = useMentionNames(body, setBody);
  const [base] = useState(() => new EditBase(message));
  const [state, setState] = useState<State>({ at: 'typing' });

  async function save({ anyway = false }: { anyway?: boolean } = {}) {
    if (state.at === 'saving' || body.trim() === '') return;
    const written = names.finish(body);
    if (base.hasNothing(written, message)) return actions.stopEditing();
    setState({ at: 'saving' });
    try {
      const changeSeq = base.saving(written, message);
      sync.upsert(await api.message.edit.mutate({ id: message.id, body: written, ...(anyway ? {} : { changeSeq }) }));
      actions.stopEditing();
    } catch (error) {
      const said = apiErrorOf(error);
      const reason = said?.message ?? 'Couldn’t save. Check your connection and try again.';
      setState({ at: 'failed', reason, changed: said?.reason === 'CHANGED' });
    }
  }
  return { body, text, setText, names, state, save };
}
