'use client';

import type { User } from '@parley/realtime/shapes';
import { Button } from '@parley/ui/button';
import { SearchField } from '@parley/ui/search-field';
import { showToast } from '@parley/ui/toast-store';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { PeopleSearch } from './people-search.tsx';
import { useMembers } from './use-members.ts';

export interface AddPeopleProps {
  readonly channel: ChannelListItem;
  readonly onDone: () => void;
}

/** Finds people of the workspace and adds those who are chosen. */
export function AddPeople({ channel, onDone }: AddPeopleProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const { members } = useMembers(channel.id, { all: true });
  const inside = new Set(members.map((member) => member.userId));
  const add = useMutation(
    trpc.channel.addMembers.mutationOptions({
      onSuccess: ({ added }) => {
        showToast({ text: added.length === 1 ? 'Added 1 person' : `Added ${added.length} people` });
        onDone();
      },
    }),
  );
  return (
    <>
      <div className="shrink-0 px-4 pt-3 pb-1">
        <SearchField label="Find people by name" value={typed} onValueChange={setTyped} autoFocus />
      </div>
      <PeopleSearch
        typed={typed}
        chosen={chosen}
        onChange={setChosen}
        inside={inside}
        className="min-h-0 flex-1 overflow-y-auto px-2 py-1"
      />
      <footer className="shrink-0 border-line border-t p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        {add.error ? (
          <p role="alert" className="pb-2 text-danger text-sm">
            Couldn’t add them. {sayWhy(add.error)}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onDone}>Cancel</Button>
          <Button
            variant="primary"
            pending={add.isPending}
            disabled={chosen.length === 0}
            onClick={() => add.mutate({ channelId: channel.id, userIds: chosen.map((user) => user.id) })}
          >
            {chosen.length > 1 ? `Add ${chosen.length} people` : 'Add'}
          </Button>
        </div>
      </footer>
    </>
  );
}
