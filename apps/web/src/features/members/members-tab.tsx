'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { SearchField } from '@parley/ui/search-field';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelRights } from '../channels/channel-rights.ts';
import { usePresence } from '../presence/use-presence.ts';
import { AddPeople } from './add-people.tsx';
import { MemberRow } from './member-row.tsx';
import { plainText } from './plain-text.ts';
import { useMembers } from './use-members.ts';

/** Who is in a channel, and the way to add others. */
export function MembersTab({ channel }: { channel: ChannelListItem }) {
  const { workspace } = useSession();
  const [typed, setTyped] = useState('');
  const asked = plainText(typed);
  const { members, status, retry, hasMore, isFetchingMore, more } = useMembers(channel.id, { all: asked !== '' });
  const presence = usePresence(members.map((member) => member.userId));
  const [adding, setAdding] = useState(false);
  const rights = channelRights(channel, workspace.role);
  const found = members.filter(({ user }) => plainText(`${user.displayName} ${user.handle}`).includes(asked));
  if (adding) return <AddPeople channel={channel} onDone={() => setAdding(false)} />;
  return (
    <>
      <div className="flex shrink-0 gap-2 px-4 pt-3 pb-1">
        <SearchField label="Find a member" value={typed} onValueChange={setTyped} className="min-w-0 flex-1" />
        {rights.addPeople ? (
          <Button icon={<UserPlus size={16} />} onClick={() => setAdding(true)}>
            Add people
          </Button>
        ) : null}
      </div>
      {status === 'pending' ? <MembersSkeleton /> : null}
      {status === 'error' ? (
        <EmptyState level={3} title="Couldn’t load the members" action={<Button onClick={retry}>Try again</Button>} />
      ) : null}
      {status === 'success' && found.length === 0 && !hasMore ? (
        <EmptyState level={3} title={`Nobody here is called “${typed.trim()}”`} />
      ) : null}
      <ul className="min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-[max(1rem,env(safe-area-inset-bottom))]">
        {found.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            channel={channel}
            manageable={rights.manage}
            presence={presence.get(member.userId)}
          />
        ))}
        {hasMore ? (
          <li className="px-2 py-2">
            <Button pending={isFetchingMore} onClick={more}>
              Show more
            </Button>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function MembersSkeleton() {
  return (
    <Loading label="Loading members" className="flex flex-col gap-4 px-4 pt-4">
      {['w-40', 'w-32', 'w-44', 'w-28'].map((width) => (
        <div key={width} className="flex items-center gap-3">
          <Skeleton className="size-9 rounded-lg" />
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </Loading>
  );
}
