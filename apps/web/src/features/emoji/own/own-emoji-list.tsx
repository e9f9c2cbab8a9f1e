'use client';

import { EmptyState } from '@parley/ui/empty-state';
import Smile from 'lucide-react/icons/smile';
import { useSession } from '../../../sync/session.tsx';
import { useConnection } from '../../../sync/use-connection.ts';
import { ViewState } from '../../shell/view-frame.tsx';
import { type CustomEmoji, useCustomEmoji } from '../use-custom-emoji.ts';
import { OwnEmojiRow } from './own-emoji-row.tsx';

export interface OwnEmojiListProps {
  /** What is searched for. */
  words: string;
  mayAdd: boolean;
  onAlias: (name: string) => void;
  onDelete: (emoji: CustomEmoji) => void;
}

/** The workspace's own emoji by name, also why there are none. */
export function OwnEmojiList({ words, mayAdd, onAlias, onDelete }: OwnEmojiListProps) {
  const { me, workspace } = useSession();
  const { state } = useConnection();
  const { data, status, refetch } = useCustomEmoji();
  const manages = workspace.role === 'OWNER' || workspace.role === 'ADMIN';
  if (!data) {
    return state === 'offline' ? (
      <EmptyState level={3} title="You’re offline" text="The emoji will be here when you’re back." />
    ) : (
      <ViewState status={status} what="the emoji" onRetry={() => void refetch()} />
    );
  }
  const wanted = words.trim().toLowerCase().replaceAll(':', '').replaceAll(' ', '_');
  const found = data.filter(({ name, aliasOf }) => name.includes(wanted) || aliasOf?.includes(wanted));
  if (data.length === 0) {
    return (
      <EmptyState
        level={3}
        icon={<Smile size={18} />}
        title="No emoji of your own yet"
        text={
          mayAdd ? 'Add the faces and signs that only your team understands.' : 'Members of the workspace add them.'
        }
      />
    );
  }
  if (found.length === 0) return <EmptyState level={3} title="No emoji of this name" text="Try another word." />;
  return (
    <ul aria-label="The workspace’s emoji" className="divide-y divide-line">
      {found.map((emoji) => (
        <OwnEmojiRow
          key={emoji.id}
          emoji={emoji}
          mayAdd={mayAdd}
          mayDelete={manages || emoji.createdById === me.id}
          onAlias={onAlias}
          onDelete={onDelete}
        />
      ))}
    </ul>
  );
}
