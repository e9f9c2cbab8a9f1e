'use client';

import type { Message } from '@parley/realtime/shapes';
import { IconButton } from '@parley/ui/icon-button';
import Copy from 'lucide-react/icons/copy';
import Ellipsis from 'lucide-react/icons/ellipsis';
import LinkIcon from 'lucide-react/icons/link';
import Pencil from 'lucide-react/icons/pencil';
import { lazy, Suspense, startTransition, useEffect, useState } from 'react';
import { type MessageRights, useMessageActions } from './message-actions.tsx';

const loadMenu = async () => ({ default: (await import('./message-menu.tsx')).MessageMenu });
const MessageMenu = lazy(loadMenu);

export interface MessageToolbarProps {
  message: Message;
  rights: MessageRights;
  /** The menu opens and closes: meanwhile the toolbar is to stay. */
  onMenu: (open: boolean) => void;
}

/** The actions on a message that is pointed at or has the focus. */
export function MessageToolbar({ message, rights, onMenu }: MessageToolbarProps) {
  const actions = useMessageActions();
  const [menuAsked, setMenuAsked] = useState(false);
  // On its way before anybody asks; a transition, since a boundary that shows its fallback keeps it for a third of a second.
  useEffect(() => void loadMenu().catch(() => undefined), []);
  const ask = (): void => startTransition(() => setMenuAsked(true));
  const more = (
    <IconButton label="More actions" onClick={menuAsked ? undefined : ask}>
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <div
      role="toolbar"
      aria-label="Message actions"
      className="absolute -top-3.5 right-5 z-sticky flex items-center gap-0.5 rounded-lg border border-line-strong bg-raised p-0.5 shadow-float"
    >
      {rights.edit ? (
        <IconButton label="Edit" keys="e" onClick={() => actions.edit(message)}>
          <Pencil size={16} />
        </IconButton>
      ) : null}
      <IconButton label="Copy text" keys="c" onClick={() => actions.copyText(message)}>
        <Copy size={16} />
      </IconButton>
      <IconButton label="Copy link" onClick={() => actions.copyLink(message)}>
        <LinkIcon size={16} />
      </IconButton>
      <Suspense fallback={more}>
        {menuAsked ? <MessageMenu trigger={more} message={message} rights={rights} onOpenChange={onMenu} /> : more}
      </Suspense>
    </div>
  );
}
