'use client';

import { useState } from 'react';
import { type ChannelLog, liveSpan } from '../../sync/channel-log.ts';
import { itemsOf } from '../../sync/seq-list.ts';
import { useSync } from '../../sync/sync-provider.tsx';

/** Notes who wrote what is about to be drawn, so that mentions of them have their names from the start. */
export function useNotedAuthors(log: ChannelLog): void {
  const { people } = useSync();
  useState(() => people.note(itemsOf(liveSpan(log).items).map((message) => message.author)));
}
