'use client';

import { IconButton } from '@parley/ui/icon-button';
import Search from 'lucide-react/icons/search';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useShortcut } from '../shortcuts/shortcuts-provider.tsx';
import { openSearch } from './open-search.ts';
import { scopeOf } from './scope.ts';

/** Searches in the conversation that is open. */
export function SearchHere({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const open = (): void => openSearch(scopeOf(channel, me.id));
  useShortcut('searchHere', open);
  return (
    <IconButton label="Search in this conversation" keys="mod+f" size="lg" data-search-opener="" onClick={open}>
      <Search size={18} />
    </IconButton>
  );
}
