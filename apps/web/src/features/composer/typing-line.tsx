'use client';

import { useEffect, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { typingNames } from './typing-names.ts';
import { watchTyping } from './watch-typing.ts';

/** Says who is typing. Keeps its height, so that nothing moves when somebody begins. */
export function TypingLine({ talk }: { talk: string }) {
  const { people } = useSync();
  const ids = useTyping(talk);
  const names = ids.map((id) => people.get(id)?.displayName ?? 'Someone');
  return (
    <p className="h-5.5 truncate px-5.5 pb-1 text-ink-3 text-xs" aria-live="off">
      {typingNames(names)}
    </p>
  );
}

/** Who is typing in a conversation, by id, those who began first at the front. */
function useTyping(talk: string): readonly string[] {
  const api = useTRPCClient();
  const { me } = useSession();
  const [typing, setTyping] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => watchTyping({ api, talk, viewerId: me.id }, setTyping), [api, talk, me.id]);
  return [...typing.keys()];
}
