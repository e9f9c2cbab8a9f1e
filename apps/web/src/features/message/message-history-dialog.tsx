'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import { Time } from '@parley/ui/time';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../trpc/trpc.ts';
import type { MessageDialogProps } from './delete-message-dialog.tsx';
import { Markdown } from './markdown/markdown.tsx';
import { parseMarkdown } from './markdown/parse-markdown.ts';

/** What a message said before it was edited, the latest first. */
export function MessageHistoryDialog({ message, onClose }: MessageDialogProps) {
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(
    trpc.message.history.queryOptions({ id: message.id }, { staleTime: 0, gcTime: 0 }),
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Earlier versions">
      {isError ? (
        <p className="flex items-center gap-3 text-sm">
          Couldn’t load them.
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : null}
      {data || isError ? null : (
        <Loading label="Loading earlier versions">
          <Skeleton className="h-12 w-full" />
        </Loading>
      )}
      <ol className="flex flex-col gap-3">
        {data?.items.map((revision) => (
          <li key={`${revision.replacedAt} ${revision.body}`} className="rounded-lg border border-line px-3 py-2">
            <p className="pb-0.5 text-ink-3 text-xs">
              Replaced <Time value={revision.replacedAt} format="full" />
            </p>
            <div className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              <Markdown blocks={parseMarkdown(revision.body)} />
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
