'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { ReactNode } from 'react';
import { useSession } from '../../sync/session.tsx';

export interface ViewFrameProps {
  readonly title: string;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What gathers from all channels, in the place of one. Arrow keys move between its rows. */
export function ViewFrame({ title, actions, children }: ViewFrameProps) {
  const { workspace } = useSession();
  return (
    <main
      ref={listenForArrows}
      tabIndex={-1}
      aria-label={title}
      data-region="timeline"
      className="flex min-w-0 flex-1 flex-col pb-[env(safe-area-inset-bottom)] outline-none"
    >
      <header className="box-content flex h-13 shrink-0 items-center gap-3 border-line border-b pt-[env(safe-area-inset-top)] pr-3.5 pl-5 max-sm:gap-1 max-sm:pr-2 max-sm:pl-1.5">
        <a
          href={`/w/${workspace.slug}`}
          aria-label="Back to channels"
          className="touch-target grid size-9 shrink-0 place-items-center rounded-md text-ink-2 sm:hidden"
        >
          <ChevronLeft size={18} />
        </a>
        <h1 className="min-w-0 flex-1 truncate font-semibold max-sm:text-lg">{title}</h1>
        {actions}
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">
        <div className="mx-auto flex w-full max-w-180 flex-1 flex-col px-5 py-3 max-sm:px-3">{children}</div>
      </div>
    </main>
  );
}

function listenForArrows(main: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent): void => moveBetweenRows(event, main);
  main.addEventListener('keydown', onKeyDown);
  return () => main.removeEventListener('keydown', onKeyDown);
}

function moveBetweenRows(event: KeyboardEvent, main: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element))
    return;
  if (event.target.closest('[role="tab"], [role="menu"], input, textarea')) return;
  const rows = [...main.querySelectorAll<HTMLElement>('[data-view-row]')];
  const from = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
  const next = rows[from < 0 ? 0 : from + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export interface ViewStateProps {
  readonly status: 'pending' | 'error' | 'success';
  readonly what: string;
  readonly onRetry: () => void;
}

/** Stands where a list is not here yet, or could not be read. */
export function ViewState({ status, what, onRetry }: ViewStateProps) {
  if (status === 'success') return null;
  if (status === 'error') {
    return <EmptyState title={`Couldn’t load ${what}`} action={<Button onClick={onRetry}>Try again</Button>} />;
  }
  return (
    <Loading label={`Loading ${what}`} className="flex flex-col gap-5 py-3">
      {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5'].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-40" />
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </Loading>
  );
}
