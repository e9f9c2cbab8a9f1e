'use client';

import { IconButton } from '@parley/ui/icon-button';
import { Picture } from '@parley/ui/picture';
import { Time } from '@parley/ui/time';
import CopyPlus from 'lucide-react/icons/copy-plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { memo } from 'react';
import { usePerson } from '../../../sync/use-person.ts';
import type { CustomEmoji } from '../use-custom-emoji.ts';

export interface OwnEmojiRowProps {
  emoji: CustomEmoji;
  mayAdd: boolean;
  mayDelete: boolean;
  onAlias: (name: string) => void;
  onDelete: (emoji: CustomEmoji) => void;
}

/** One of the workspace's own emoji: its picture, its name, who added it, and what may be done with it. */
export const OwnEmojiRow = memo(function OwnEmojiRow(props: OwnEmojiRowProps) {
  const { emoji, mayAdd, mayDelete, onAlias, onDelete } = props;
  const { name, aliasOf, url, createdById, createdAt } = emoji;
  const author = usePerson(createdById);
  return (
    <li className="flex items-center gap-3 py-2">
      <Picture src={url} alt="" className="size-8 shrink-0" />
      <div className="min-w-0 flex-1 leading-snug">
        <p className="truncate font-semibold text-sm">:{name}:</p>
        <p className="truncate text-ink-3 text-xs">
          {aliasOf === null ? null : `Another name of :${aliasOf}: · `}
          Added by {author?.displayName ?? 'someone'} <Time value={createdAt} format="relative" />
        </p>
      </div>
      {mayAdd ? (
        <IconButton label={`Another name for :${name}:`} onClick={() => onAlias(aliasOf ?? name)}>
          <CopyPlus size={16} />
        </IconButton>
      ) : null}
      {mayDelete ? (
        <IconButton label={`Delete :${name}:`} onClick={() => onDelete(emoji)}>
          <Trash2 size={16} />
        </IconButton>
      ) : null}
    </li>
  );
});
