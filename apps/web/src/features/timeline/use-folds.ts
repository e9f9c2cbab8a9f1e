'use client';

import type { Message } from '@parley/realtime/shapes';
import { useCallback, useMemo, useState } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { useBlockedIds } from '../people/use-blocked-ids.ts';

export interface Folds {
  /** Whether a message is folded away; undefined where none is. Another function when the answers change. */
  readonly isFolded: ((message: Message) => boolean) | undefined;
  /** Shows messages, for as long as the conversation is open. */
  readonly show: (messages: readonly Message[]) => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * What is folded away in a conversation: what people wrote whom the viewer blocked. Not in a conversation of the two alone,
 * which nobody opens by chance.
 */
export function useFolds(channel: ChannelListItem | undefined): Folds {
  const blocked = useBlockedIds();
  const [shown, setShown] = useState(none);
  const isDirect = channel?.kind === 'DIRECT';
  const isFolded = useMemo(() => {
    if (!blocked || blocked.size === 0 || isDirect) return undefined;
    return ({ id, kind, author }: Message) => kind === 'USER' && blocked.has(author.id) && !shown.has(id);
  }, [blocked, shown, isDirect]);
  const show = useCallback((messages: readonly Message[]) => {
    setShown((before) => new Set([...before, ...messages.map(({ id }) => id)]));
  }, []);
  return useMemo(() => ({ isFolded, show }), [isFolded, show]);
}
