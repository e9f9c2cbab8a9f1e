'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { EmptyState } from '@parley/ui/empty-state';
import { SearchField } from '@parley/ui/search-field';
import { TextArea } from '@parley/ui/text-area';
import { showToast } from '@parley/ui/toast-store';
import clsx from 'clsx';
import { type KeyboardEvent, useId, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { type ChannelListItem, useChannels } from '../../sync/use-channels.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { channelTitle } from '../composer/channel-title.ts';
import { messagePath } from '../shell/place.ts';
import { matchScore } from '../switcher/match-score.ts';
import type { MessageDialogProps } from './delete-message-dialog.tsx';
import { MessageBody } from './message-body.tsx';

const SHOWN = 8;

/** Sends a message on to another conversation, with a word of one's own. What goes is its link: a reader sees it by their own right. */
export function ForwardDialog({ message, onClose }: MessageDialogProps) {
  const { workspace, me } = useSession();
  const sync = useSync();
  const [target, setTarget] = useState<ChannelListItem | null>(null);
  const [comment, setComment] = useState('');
  const forward = (): void => {
    if (!target) return;
    const link = `${location.origin}${messagePath(workspace.slug, message)}`;
    sync.send(target.id, comment.trim() === '' ? link : `${comment.trim()}\n\n${link}`);
    showToast({ text: `Forwarded to ${channelTitle(target, me.id)}` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Forward message"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!target} onClick={forward}>
            Forward
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <ChannelChoice target={target} onTarget={setTarget} />
        <TextArea
          label="Say something to it"
          optional
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <div className="max-h-32 overflow-y-auto rounded-md border border-line border-l-3 border-l-accent px-3 py-2 text-sm">
          <b>{message.author.displayName}</b>
          <MessageBody message={message} />
        </div>
      </div>
    </Dialog>
  );
}

interface ChannelChoiceProps {
  target: ChannelListItem | null;
  onTarget: (channel: ChannelListItem) => void;
}

/** The reader's conversations, narrowed down by words. */
function ChannelChoice({ target, onTarget }: ChannelChoiceProps) {
  const { workspace, me } = useSession();
  const { channels } = useChannels(workspace.id);
  const [words, setWords] = useState('');
  const list = useId();
  const found = channels
    .filter((channel) => channel.archivedAt === null)
    .map((channel) => ({ channel, score: words === '' ? 1 : matchScore(words, channelTitle(channel, me.id)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, SHOWN)
    .map(({ channel }) => channel);
  const chosen = found.findIndex((channel) => channel.id === target?.id);
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = step === 0 ? undefined : found[Math.max(0, Math.min(found.length - 1, chosen + step))];
    const first = event.key === 'Enter' ? found[Math.max(0, chosen)] : undefined;
    const channel = next ?? first;
    if (!channel) return;
    event.preventDefault();
    onTarget(channel);
  }
  return (
    <div>
      <SearchField
        label="Find a channel or a person"
        value={words}
        onValueChange={setWords}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen < 0 ? undefined : `${list}-${chosen}`}
      />
      {found.length === 0 ? <EmptyState level={3} title="None found" text="Try another name." /> : null}
      <div id={list} role="listbox" aria-label="Where to" className="flex flex-col pt-1.5">
        {found.map((channel, index) => (
          <button
            key={channel.id}
            id={`${list}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => onTarget(channel)}
            className={clsx(
              'touch-row flex h-8 items-center gap-2 rounded-md px-2 text-left text-sm',
              index === chosen ? 'bg-accent-soft text-accent' : 'hover:bg-ink/5',
            )}
          >
            <ChannelIcon kind={channel.kind} className="text-ink-3" />
            <span className="truncate">{channelTitle(channel, me.id).replace(/^#/, '')}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
