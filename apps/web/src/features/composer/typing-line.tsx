'use client';

import { useEffect, useState } from 'react';
import { onChannelSignal } from '../../sync/channel-signals.ts';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkOf } from '../../sync/talk.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { typingNames } from './typing-names.ts';

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
  const { channelId, parentId } = talkOf(talk);
  const { me } = useSession();
  const [typing, setTyping] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    let until = new Map<string, number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(timer);
      const now = Date.now();
      until = new Map([...until].filter(([, end]) => end > now));
      setTyping(until);
      if (until.size > 0) timer = setTimeout(show, Math.max(50, Math.min(...until.values()) - now));
    };
    const off = onChannelSignal(api, channelId, (signal) => {
      if (signal.type !== 'typing' || signal.userId === me.id || signal.parentId !== parentId) return;
      // By this device's clock: the server's may stand elsewhere.
      if (signal.until === null) until.delete(signal.userId);
      else until.set(signal.userId, Date.now() + HOLDS);
      show();
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [api, channelId, parentId, me.id]);
  return [...typing.keys()];
}

const HOLDS = 5_000;
