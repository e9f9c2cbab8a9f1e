'use client';

import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

export type BannerTone = 'info' | 'warning' | 'danger';

export interface BannerProps {
  tone?: BannerTone | undefined;
  children: ReactNode;
  /** A small button or a link. */
  action?: ReactNode;
  onDismiss?: (() => void) | undefined;
  /** `bar` spans the page, `box` stands among other content. */
  shape?: 'box' | 'bar' | undefined;
  className?: string | undefined;
}

const tones: Record<BannerTone, { box: string; icon: ReactNode }> = {
  info: { box: 'bg-accent-soft', icon: <Info size={16} className="text-accent" /> },
  warning: { box: 'bg-warning-soft', icon: <TriangleAlert size={16} className="text-warning" /> },
  danger: { box: 'bg-danger-soft', icon: <CircleAlert size={16} className="text-danger" /> },
};

/** A sentence about the state of things, with at most one thing to do about it. Danger is announced at once. */
export function Banner({ tone = 'info', children, action, onDismiss, shape = 'box', className }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx(
        'flex items-start gap-2.5 px-3 text-ink text-sm',
        shape === 'box' ? 'rounded-md py-2' : 'py-1.5',
        tones[tone].box,
        className,
      )}
    >
      <span className="flex h-5 shrink-0 items-center">{tones[tone].icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
      {action ? <div className="-my-1 flex shrink-0 items-center">{action}</div> : null}
      {onDismiss ? (
        <IconButton label="Dismiss" size="sm" onClick={onDismiss} className="-my-0.5 -mr-1">
          <X size={16} />
        </IconButton>
      ) : null}
    </div>
  );
}
