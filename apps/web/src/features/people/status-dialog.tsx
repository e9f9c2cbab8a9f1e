'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { Select } from '@parley/ui/select';
import { TextField } from '@parley/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import SmilePlus from 'lucide-react/icons/smile-plus';
import { type FormEvent, Suspense, useId, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { EmojiSign } from '../emoji/emoji-sign.tsx';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { lateComponent } from '../shell/late-code.ts';
import { endOf, lastings, presets, type StatusLasting } from './status-presets.ts';

const EmojiPopover = lateComponent(async () => (await import('../emoji/emoji-popover.tsx')).EmojiPopover);

interface Draft {
  readonly emoji: string;
  readonly text: string;
  readonly lasting: StatusLasting;
}

/** Says what one is up to, for a while: an emoji and a few words beside one's name. */
export function StatusDialog({ open, onOpenChange }: AppDialogProps) {
  const { me } = useSession();
  const { people } = useSync();
  const trpc = useTRPC();
  const form = useId();
  const { status } = useLatestPerson(me);
  const [draft, setDraft] = useState<Draft>({
    emoji: status?.emoji ?? '',
    text: status?.text ?? '',
    lasting: 'NEVER',
  });
  const save = useMutation(
    trpc.account.setStatus.mutationOptions({
      onSuccess: (saved) => {
        people.remember([saved]);
        onOpenChange(false);
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { emoji, text, lasting } = draft;
    save.mutate({ emoji: emoji || null, text: text.trim() || null, expiresAt: endOf(lasting, new Date()) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Your status"
      description="Everyone in the workspace sees it beside your name."
      size="sm"
      footer={
        <>
          {status ? (
            <Button variant="ghost" onClick={() => save.mutate({ emoji: null, text: null, expiresAt: null })}>
              Clear status
            </Button>
          ) : null}
          <Button type="submit" form={form} variant="primary" pending={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex items-end gap-2">
          <EmojiChoice emoji={draft.emoji} onPick={(emoji) => setDraft({ ...draft, emoji })} />
          <TextField
            label="What are you up to?"
            value={draft.text}
            limit={100}
            autoComplete="off"
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
            className="flex-1"
          />
        </div>
        <Select
          label="Until"
          options={lastings}
          value={draft.lasting}
          onValueChange={(lasting) => setDraft({ ...draft, lasting })}
        />
        <ul aria-label="Suggestions" className="-mx-2">
          {presets.map((preset) => (
            <li key={preset.text}>
              <button
                type="button"
                onClick={() => setDraft(preset)}
                className="touch-row flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-left text-sm hover:bg-hover"
              >
                <span aria-hidden="true">{preset.emoji}</span>
                {preset.text}
              </button>
            </li>
          ))}
        </ul>
        {save.error ? (
          <p role="alert" className="text-danger text-sm">
            Couldn’t save your status. {sayWhy(save.error)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

function EmojiChoice({ emoji, onPick }: { emoji: string; onPick: (emoji: string) => void }) {
  const [asked, setAsked] = useState(false);
  const trigger = (
    <button
      type="button"
      aria-label={emoji ? `Emoji: ${emoji}` : 'Choose an emoji'}
      onClick={() => setAsked(true)}
      className="control-outline grid size-8 shrink-0 place-items-center rounded-md text-ink-3"
    >
      {emoji ? <EmojiSign emoji={emoji} /> : <SmilePlus size={18} />}
    </button>
  );
  if (!asked) return trigger;
  const pick = (picked: string): void => {
    onPick(picked);
    setAsked(false);
  };
  return (
    <Suspense fallback={trigger}>
      <EmojiPopover
        open
        align="start"
        trigger={trigger}
        label="Choose an emoji"
        onPick={pick}
        onOpenChange={setAsked}
      />
    </Suspense>
  );
}
