'use client';

import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import X from 'lucide-react/icons/x';
import { type FocusEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { dismissToast, noToasts, readToasts, showToast, subscribeToasts, type ToastEntry } from './toast-store.tsx';

const toasts = { show: showToast, dismiss: dismissToast };

/** `show({ text, action })` and `dismiss(id)`. Both may also be imported from `toast-store`, outside of React. */
export function useToast() {
  return toasts;
}

/** Where toasts appear, clear of a composer: over the sidebar, where there is one, and no wider. Stands once in the app: a polite live region, there before the first. */
export function ToastViewport() {
  const entries = useSyncExternalStore(subscribeToasts, readToasts, noToasts);
  const [held, setHeld] = useState(false);
  const cameFrom = useRef<HTMLElement | null>(null);
  const holding = held && entries.length > 0;

  function onFocus(event: FocusEvent) {
    setHeld(true);
    const { relatedTarget, currentTarget } = event;
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      cameFrom.current = relatedTarget;
  }

  function dismiss(id: number) {
    dismissToast(id);
    if (document.activeElement?.closest('[data-toast]')) cameFrom.current?.focus();
    setHeld(false);
  }

  return (
    <section
      aria-label="Notifications"
      className="pointer-events-none fixed z-toast max-sm:inset-x-3 max-sm:top-[max(0.75rem,env(safe-area-inset-top))] sm:bottom-4 sm:left-3 sm:w-[clamp(13rem,calc(var(--sidebar-width,24.5rem)-1.5rem),23rem)]"
      onFocus={onFocus}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <ol aria-live="polite" aria-relevant="additions" className="flex flex-col gap-2">
        {entries.map((entry) => (
          <ToastItem key={entry.id} entry={entry} held={holding} onDismiss={dismiss} />
        ))}
      </ol>
    </section>
  );
}

interface ToastItemProps {
  entry: ToastEntry;
  /** The pointer or the focus is on the toasts: time stands still. */
  held: boolean;
  onDismiss: (id: number) => void;
}

function ToastItem({ entry, held, onDismiss }: ToastItemProps) {
  const { id, text, tone, action } = entry;
  const duration = entry.duration ?? (action ? 10_000 : 5_000);

  useEffect(() => {
    if (held || duration === 0) return undefined;
    const timer = setTimeout(() => dismissToast(id), duration);
    return () => clearTimeout(timer);
  }, [id, held, duration]);

  const act = () => {
    onDismiss(id);
    action?.onAction();
  };
  return (
    <li
      data-toast=""
      className={clsx(
        'pointer-events-auto flex min-h-10 items-center gap-2.5 rounded-lg bg-inverse py-1 pr-1.5 pl-3.5 text-inverse-ink text-sm shadow-float',
        'transition-[opacity,translate] duration-150 starting:translate-y-2 starting:opacity-0',
      )}
    >
      {tone === 'danger' ? <CircleAlert size={16} className="shrink-0" aria-hidden="true" /> : null}
      <div className="min-w-0 flex-1 py-1">{text}</div>
      {action ? (
        <button type="button" className={clsx(buttonStyle, 'px-2 font-semibold text-inverse-accent')} onClick={act}>
          {action.label}
        </button>
      ) : null}
      <button type="button" aria-label="Dismiss" className={clsx(buttonStyle, 'w-7')} onClick={() => onDismiss(id)}>
        <X size={16} />
      </button>
    </li>
  );
}

const buttonStyle =
  'touch-target inline-flex h-7 shrink-0 items-center justify-center rounded-sm transition-colors hover:bg-inverse-ink/12 focus-visible:outline-inverse-accent focus-visible:-outline-offset-2';
