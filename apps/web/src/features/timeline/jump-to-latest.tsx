'use client';

import ArrowDown from 'lucide-react/icons/arrow-down';

export interface JumpToLatestProps {
  /** How many messages of others came since the reader left the end. */
  count: number;
  onPress: () => void;
}

/** Brings the reader back to the end. */
export function JumpToLatest({ count, onPress }: JumpToLatestProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 z-sticky flex justify-center">
      <button
        type="button"
        onClick={onPress}
        className="touch-row pointer-events-auto flex h-8 items-center gap-1.5 rounded-full border border-line-strong bg-raised pr-3.5 pl-2.5 font-semibold text-ink text-sm shadow-float transition-opacity hover:bg-hover starting:opacity-0"
      >
        <ArrowDown size={16} aria-hidden="true" className="text-ink-3" />
        Jump to latest
        {count > 0 ? <span className="text-accent tabular-nums">({count > 999 ? '999+' : count})</span> : null}
      </button>
    </div>
  );
}
