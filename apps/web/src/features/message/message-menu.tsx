'use client';

import type { Message } from '@parley/realtime/shapes';
import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import Copy from 'lucide-react/icons/copy';
import History from 'lucide-react/icons/history';
import LinkIcon from 'lucide-react/icons/link';
import Mail from 'lucide-react/icons/mail';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import { type MessageRights, useMessageActions } from './message-actions.tsx';

export interface MessageMenuProps {
  trigger: ReactElement;
  message: Message;
  rights: MessageRights;
  onOpenChange: (open: boolean) => void;
}

/** All actions on a message. Open from the start: its code was fetched because somebody asked for it. */
export function MessageMenu({ trigger, message, rights, onOpenChange }: MessageMenuProps) {
  const actions = useMessageActions();
  const [open, setOpen] = useState(true);
  const tell = useEffectEvent(onOpenChange);
  useEffect(() => {
    tell(open);
  }, [open]);
  return (
    <Menu trigger={trigger} open={open} onOpenChange={setOpen} align="end">
      <MenuItem icon={<Copy size={16} />} keys="c" onSelect={() => actions.copyText(message)}>
        Copy text
      </MenuItem>
      <MenuItem icon={<LinkIcon size={16} />} onSelect={() => actions.copyLink(message)}>
        Copy link
      </MenuItem>
      <MenuItem icon={<Mail size={16} />} keys="u" onSelect={() => actions.markUnread(message)}>
        Mark unread from here
      </MenuItem>
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
        <MenuItem icon={<Trash2 size={16} />} danger onSelect={() => actions.askToDelete(message)}>
          Delete message
        </MenuItem>
      ) : null}
    </Menu>
  );
}
