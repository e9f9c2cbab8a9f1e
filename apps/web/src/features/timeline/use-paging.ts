'use client';

import { useCallback, useRef, useState } from 'react';
import type { Span } from '../../sync/channel-log.ts';
import { useSync } from '../../sync/sync-provider.tsx';

/** History is loaded when less than this lies beyond the view, in px. */
const NEAR = 1_500;

type Edge = 'older' | 'newer';

export interface Paging {
  /** Loads what is near to the edges of what is shown. */
  onEdges(edges: { above: number; below: number }): void;
  failed: Readonly<Record<Edge, boolean>>;
  retry(edge: Edge): void;
}

/** Loads more of a span's history as the reader comes near to its ends. */
export function usePaging(channelId: string, span: Span): Paging {
  const { logs } = useSync();
  const [failed, setFailed] = useState<Record<Edge, boolean>>({ older: false, newer: false });
  const loading = useRef<Record<Edge, boolean>>({ older: false, newer: false });

  const load = useCallback(
    async (edge: Edge, seq: number) => {
      if (loading.current[edge]) return;
      loading.current[edge] = true;
      try {
        await (edge === 'older' ? logs.loadOlder(channelId, seq) : logs.loadNewer(channelId, seq));
        setFailed((before) => (before[edge] ? { ...before, [edge]: false } : before));
      } catch {
        setFailed((before) => ({ ...before, [edge]: true }));
      } finally {
        loading.current[edge] = false;
      }
    },
    [logs, channelId],
  );
  const onEdges = ({ above, below }: { above: number; below: number }) => {
    if (above < NEAR && span.olderCursor && !failed.older) void load('older', span.from);
    if (below < NEAR && span.newerCursor && !failed.newer) void load('newer', span.from);
  };
  const retry = (edge: Edge) => {
    setFailed((before) => ({ ...before, [edge]: false }));
    void load(edge, span.from);
  };
  return { onEdges, failed, retry };
}
