'use client';

import type { Message } from '@parley/realtime/shapes';
import { IconButton } from '@parley/ui/icon-button';
import { tooltip } from '@parley/ui/tooltip';
import clsx from 'clsx';
import Bookmark from 'lucide-react/icons/bookmark';
import Ellipsis from 'lucide-react/icons/ellipsis';
import MessageSquareReply from 'lucide-react/icons/message-square-reply';
import Pencil from 'lucide-react/icons/pencil';
import SmilePlus from 'lucide-react/icons/smile-plus';
import { type ComponentPropsWithRef, type ReactNode, Suspense, startTransition, useEffect, useState } from 'react';
import { EmojiButton, fetchEmojiPopover } from '../emoji/emoji-button.tsx';
import { frequentEmoji } from '../emoji/frequent-emoji.ts';
import { useIsSaved } from '../saved/saved-ids.ts';
import { lateComponent } from '../shell/late-code.ts';
import { type MessageRights, useMessageActions } from './message-actions.tsx';

const loadMenu = async () => (await import('./message-menu.tsx')).MessageMenu;
const MessageMenu = lateComponent(loadMenu);

export interface MessageToolbarProps {
  message: Message;
  rights: MessageRights;
  /** The choice of all emoji is open. */
  picking: boolean;
  onPicking: (open: boolean) => void;
  /** The menu opens and closes: meanwhile the toolbar is to stay. */
  onMenu: (open: boolean) => void;
}

/** Used so often that they are at hand; of those, so many where there is little room. */
const AT_HAND = 6;
const FEW = 2;
const part = 'rounded-none! first:rounded-l-lg! last:rounded-r-lg!';

/** The actions on a message that is pointed at or has the focus. */
export function MessageToolbar({ message, rights, picking, onPicking, onMenu }: MessageToolbarProps) {
  const actions = useMessageActions();
  const [menuAsked, setMenuAsked] = useState(false);
  // On its way before anybody asks; a transition, since a boundary that shows its fallback keeps it for a third of a second.
  useEffect(() => {
    void loadMenu().catch(() => undefined);
    void fetchEmojiPopover().catch(() => undefined);
  }, []);
  const ask = (): void => startTransition(() => setMenuAsked(true));
  const more = (
    <IconButton label="More actions" className={part} onClick={menuAsked ? undefined : ask}>
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <div
      role="toolbar"
      aria-label="Message actions"
      className="absolute -top-3.5 right-5 z-sticky flex items-center divide-x divide-line rounded-lg border border-line-strong bg-raised shadow-float max-sm:right-3"
    >
      {rights.react ? (
        <>
          <QuickReactions message={message} narrow={actions.viewer.inThread} />
          <EmojiButton
            label="Add a reaction"
            align="end"
            open={picking}
            onOpenChange={onPicking}
            onPick={(emoji) => actions.react(message, emoji)}
            trigger={<ToolbarButton label="Add a reaction" keys="r" word="React" icon={<SmilePlus size={16} />} />}
          />
        </>
      ) : null}
      {rights.reply ? (
        <ToolbarButton
          label="Reply in thread"
          keys="t"
          word="Reply"
          icon={<MessageSquareReply size={16} />}
          onClick={() => actions.reply(message)}
        />
      ) : null}
      {rights.save ? <SaveButton message={message} /> : null}
      {rights.edit ? (
        <IconButton label="Edit" keys="e" className={part} onClick={() => actions.edit(message)}>
          <Pencil size={16} />
        </IconButton>
      ) : null}
      <Suspense fallback={more}>
        {menuAsked ? <MessageMenu trigger={more} message={message} rights={rights} onOpenChange={onMenu} /> : more}
      </Suspense>
    </div>
  );
}

function SaveButton({ message }: { message: Message }) {
  const actions = useMessageActions();
  const saved = useIsSaved(message.id);
  return (
    <IconButton
      label={saved ? 'Remove from Saved' : 'Save for later'}
      keys="s"
      className={clsx(part, saved && 'text-accent!')}
      onClick={() => actions.toggleSaved(message)}
    >
      <Bookmark size={16} fill={saved ? 'currentColor' : 'none'} />
    </IconButton>
  );
}

/** The emoji that the person uses most. */
function QuickReactions({ message, narrow }: { message: Message; narrow: boolean }) {
  const actions = useMessageActions();
  const [atHand] = useState(() => frequentEmoji(narrow ? FEW : AT_HAND));
  return atHand.map((emoji, index) => (
    <button
      key={emoji}
      type="button"
      aria-label={`React with ${emoji}`}
      {...tooltip(`React with ${emoji}`)}
      onClick={() => actions.react(message, emoji)}
      className={clsx(
        part,
        'touch-target size-7 place-items-center text-[0.9375rem] leading-none transition-colors hover:bg-ink/6 active:bg-ink/10',
        index < FEW ? 'grid' : 'hidden @lg:grid',
      )}
    >
      {emoji}
    </button>
  ));
}

interface ToolbarButtonProps extends ComponentPropsWithRef<'button'> {
  label: string;
  keys: string;
  /** What it says where there is room. */
  word: string;
  icon: ReactNode;
}

/** An action with its word beside its icon, where there is room for it. */
function ToolbarButton({ label, keys, word, icon, ...button }: ToolbarButtonProps) {
  const { viewer } = useMessageActions();
  return (
    <IconButton
      {...button}
      label={label}
      keys={keys}
      className={clsx(part, !viewer.inThread && '@2xl:w-auto @2xl:gap-1.5 @2xl:px-2.25')}
    >
      {icon}
      {viewer.inThread ? null : (
        <span aria-hidden="true" className="hidden text-ink-2 text-sm @2xl:inline">
          {word}
        </span>
      )}
    </IconButton>
  );
}
