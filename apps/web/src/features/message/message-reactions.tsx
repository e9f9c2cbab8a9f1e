'use client';

import type { Message, Reaction } from '@parley/realtime/shapes';
import { tooltip } from '@parley/ui/tooltip';
import clsx from 'clsx';
import SmilePlus from 'lucide-react/icons/smile-plus';
import { memo, useState, useSyncExternalStore } from 'react';
import { reactionsWith, type Wishes } from '../../sync/reacting.ts';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { usePeopleNames } from '../../sync/use-people-names.ts';
import { EmojiButton } from '../emoji/emoji-button.tsx';
import { EmojiSign } from '../emoji/emoji-sign.tsx';
import { messageRights, useMessageActions } from './message-actions.tsx';
import { reactionWords } from './reaction-words.ts';

const noWishes: Wishes = new Map();
const pill =
  'touch-target inline-flex h-6 min-w-6 items-center pointer-coarse:min-w-11 justify-center gap-1.25 rounded-full border px-2 text-xs tabular-nums transition-colors';

/** The emoji on a message and how many set each; a press sets one's own or takes it back. */
export const MessageReactions = memo(function MessageReactions({ message }: { message: Message }) {
  const { reacting } = useSync();
  const { me } = useSession();
  const actions = useMessageActions();
  const wishes = useSyncExternalStore(
    reacting.subscribe,
    () => reacting.wishes(message.id),
    () => noWishes,
  );
  const [picking, setPicking] = useState(false);
  const reactions = reactionsWith(message.reactions, wishes, me.id);
  if (reactions.length === 0) return null;
  const { react } = messageRights(message, actions.viewer);
  return (
    <div role="group" aria-label="Reactions" className="flex flex-wrap gap-1.5 pt-1.25">
      {reactions.map((reaction) => (
        <ReactionPill
          key={reaction.emoji}
          reaction={reaction}
          disabled={!react}
          onPress={() => actions.react(message, reaction.emoji)}
        />
      ))}
      {react ? (
        <EmojiButton
          label="Add a reaction"
          align="start"
          open={picking}
          onOpenChange={setPicking}
          onPick={(emoji) => actions.react(message, emoji)}
          trigger={
            <button
              type="button"
              aria-label="Add a reaction"
              {...tooltip('Add a reaction')}
              className={clsx(pill, 'border-line-strong bg-raised text-ink-3 hover:bg-hover hover:text-ink')}
            >
              <SmilePlus size={16} aria-hidden="true" />
            </button>
          }
        />
      ) : null}
    </div>
  );
});

interface ReactionPillProps {
  reaction: Reaction;
  disabled: boolean;
  onPress: () => void;
}

function ReactionPill({ reaction: { emoji, userIds }, disabled, onPress }: ReactionPillProps) {
  const { me } = useSession();
  const [asked, setAsked] = useState(false);
  const names = usePeopleNames(userIds, asked);
  const mine = userIds.includes(me.id);
  const words = reactionWords({ emoji, names, mine, count: userIds.length });
  return (
    <button
      type="button"
      aria-pressed={mine}
      aria-label={words}
      disabled={disabled}
      onClick={onPress}
      onPointerEnter={() => setAsked(true)}
      onFocus={() => setAsked(true)}
      {...tooltip(words)}
      className={clsx(
        pill,
        'disabled:cursor-default',
        mine
          ? 'border-accent bg-accent-soft text-accent'
          : 'border-line-strong bg-raised text-ink-2 hover:enabled:bg-hover',
      )}
    >
      <span aria-hidden="true" className="text-sm leading-none">
        <EmojiSign emoji={emoji} />
      </span>
      <span aria-hidden="true" className={clsx(mine && 'font-semibold')}>
        {userIds.length}
      </span>
    </button>
  );
}
