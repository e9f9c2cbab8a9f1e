'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import { type ThreadPlace, threadPlaceKey } from './threads.ts';

/** Where the viewer is in a thread, as far as this browser knows; undefined until it has heard of it. */
export function useThreadPlace(parentId: string): ThreadPlace | undefined {
  return useQuery<ThreadPlace>({ queryKey: threadPlaceKey(parentId), queryFn: skipToken }).data;
}
