'use client';

import { useCallback, useEffect, useRef } from 'react';
import { talkOf } from '../../sync/talk.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';

/** Said at most this often, in milliseconds; others take it to hold for longer than that. */
const EVERY = 3_000;

export interface TypingSignal {
  typed(): void;
  stopped(): void;
}

/** Tells a conversation (its `talkKey`) that the viewer types, and that they stopped. What is lost does no harm. */
export function useTypingSignal(key: string): TypingSignal {
  const api = useTRPCClient();
  const saidAt = useRef(0);
  const stopped = useCallback(() => {
    if (saidAt.current === 0) return;
    saidAt.current = 0;
    void api.typing.stop.mutate(typingIn(key)).catch(() => undefined);
  }, [api, key]);
  const typed = useCallback(() => {
    if (!navigator.onLine || Date.now() - saidAt.current < EVERY) return;
    saidAt.current = Date.now();
    void api.typing.start.mutate(typingIn(key)).catch(() => undefined);
  }, [api, key]);
  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}

function typingIn(key: string) {
  const { channelId, parentId } = talkOf(key);
  return parentId === null ? { channelId } : { channelId, parentId };
}
