'use client';

import type { Message } from '@parley/realtime/shapes';
import { tooltip } from '@parley/ui/tooltip';
import Bookmark from 'lucide-react/icons/bookmark';
import { useIsSaved } from './saved-ids.ts';

/** Beside a message that the viewer keeps for later. Takes no room, so that it may come late. */
export function SavedFlag({ message }: { message: Message }) {
  const saved = useIsSaved(message.id);
  if (!saved || message.deletedAt !== null) return null;
  return (
    <span
      role="img"
      aria-label="Saved for later"
      {...tooltip('Saved for later')}
      className="absolute top-1 -left-16.5 text-accent max-sm:-left-14.5"
    >
      <Bookmark size={12} fill="currentColor" aria-hidden="true" />
    </span>
  );
}
