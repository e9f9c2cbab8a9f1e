'use client';

import type { Message } from '@parley/realtime/shapes';
import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import BellRing from 'lucide-react/icons/bell-ring';
import Copy from 'lucide-react/icons/copy';
import Forward from 'lucide-react/icons/forward';
import History from 'lucide-react/icons/history';
import LinkIcon from 'lucide-react/icons/link';
import Mail from 'lucide-react/icons/mail';
import MessageSquareReply from 'lucide-react/icons/message-square-reply';
import Pencil from 'lucide-react/icons/pencil';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import SmilePlus from 'lucide-react/icons/smile-plus';
import Trash2 from 'lucide-react/icons/trash-2';
import UserRound from 'lucide-react/icons/user-round';
import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import { useWhyNotified } from '../notifications/use-why-notified.ts';
import { type MessageRights, useMessageActions } from './message-actions.tsx';
import { SaveItems } from './save-items.tsx';

export interface MessageMenuProps {
  trigger: ReactElement;
  message: Message;
  rights: MessageRights;
  onOpenChange: (open: boolean) => void;
}

/** All actions on a message. Open from the start: its code was fetched because somebody asked for it. */
export function MessageMenu({ trigger, message, rights, onOpenChange }: MessageMenuProps) {
  const [open, setOpen] = useState(true);
  const tell = useEffectEvent(onOpenChange);
  useEffect(() => {
    tell(open);
  }, [open]);
  return (
    <Menu trigger={trigger} open={open} onOpenChange={setOpen} align="end" className="min-w-58">
      <TalkItems message={message} rights={rights} />
      <KeepItems message={message} rights={rights} />
      <OwnItems message={message} rights={rights} />
    </Menu>
  );
}

type ItemsProps = Pick<MessageMenuProps, 'message' | 'rights'>;

/** What says something to a message. */
function TalkItems({ message, rights }: ItemsProps) {
  const actions = useMessageActions();
  return (
    <>
      {rights.react ? (
        <MenuItem icon={<SmilePlus size={16} />} keys="r" onSelect={() => actions.pickEmoji(message)}>
          Add a reaction
        </MenuItem>
      ) : null}
      {rights.reply ? (
        <MenuItem icon={<MessageSquareReply size={16} />} keys="t" onSelect={() => actions.reply(message)}>
          Reply in thread
        </MenuItem>
      ) : null}
      {rights.forward ? (
        <MenuItem icon={<Forward size={16} />} keys="f" onSelect={() => actions.forward(message)}>
          Forward
        </MenuItem>
      ) : null}
      <MenuItem icon={<UserRound size={16} />} keys="enter" onSelect={() => actions.showAuthor(message)}>
        See who wrote it
      </MenuItem>
      <MenuSeparator />
    </>
  );
}

/** What keeps a message for later, here or elsewhere. */
function KeepItems({ message, rights }: ItemsProps) {
  const actions = useMessageActions();
  const why = useWhyNotified();
  const pinned = message.pinnedAt !== null;
  return (
    <>
      {rights.save ? <SaveItems message={message} /> : null}
      {message.kind === 'USER' ? (
        <MenuItem icon={<Copy size={16} />} keys="c" onSelect={() => actions.copyText(message)}>
          Copy text
        </MenuItem>
      ) : null}
      <MenuItem icon={<LinkIcon size={16} />} onSelect={() => actions.copyLink(message)}>
        Copy link
      </MenuItem>
      {rights.pin ? (
        <MenuItem
          icon={pinned ? <PinOff size={16} /> : <Pin size={16} />}
          keys="p"
          onSelect={() => actions.pin(message, !pinned)}
        >
          {pinned ? 'Unpin from channel' : 'Pin to channel'}
        </MenuItem>
      ) : null}
      {rights.markUnread ? (
        <MenuItem icon={<Mail size={16} />} keys="u" onSelect={() => actions.markUnread(message)}>
          Mark unread from here
        </MenuItem>
      ) : null}
      {message.kind === 'USER' ? (
        <MenuItem icon={<BellRing size={16} />} onSelect={() => void why(message.id)}>
          Why was I notified?
        </MenuItem>
      ) : null}
    </>
  );
}

/** What changes a message. */
function OwnItems({ message, rights }: ItemsProps) {
  const actions = useMessageActions();
  return (
    <>
      {rights.history ? (
        <MenuItem icon={<History size={16} />} onSelect={() => actions.showHistory(message)}>
          Show earlier versions
        </MenuItem>
      ) : null}
      {rights.edit || rights.delete ? <MenuSeparator /> : null}
      {rights.edit ? (
        <MenuItem icon={<Pencil size={16} />} keys="e" onSelect={() => actions.edit(message)}>
          Edit message
        </MenuItem>
      ) : null}
      {rights.delete ? (
        <MenuItem icon={<Trash2 size={16} />} keys="del" danger onSelect={() => actions.askToDelete(message)}>
          Delete message
        </MenuItem>
      ) : null}
    </>
  );
}
