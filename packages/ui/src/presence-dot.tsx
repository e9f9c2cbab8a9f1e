import clsx from 'clsx';

export type Presence = 'online' | 'away' | 'offline';

const names: Record<Presence, string> = { online: 'Online', away: 'Away', offline: 'Offline' };

export interface PresenceDotProps {
  status: Presence;
  /** What is said instead of the colour. `Online`, `Away` or `Offline` by default; empty for none. */
  label?: string | undefined;
  className?: string | undefined;
}

/** Filled green, amber ring or grey ring: told apart by shape as well as by colour. */
export function PresenceDot({ status, label = names[status], className }: PresenceDotProps) {
  return (
    <span className={clsx('presence', className)} data-status={status}>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
