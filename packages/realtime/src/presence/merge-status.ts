import type { PresenceStatus } from '../signals.ts';

/** A person's state from those of their devices. */
export function mergeStatus(devices: Iterable<'ONLINE' | 'AWAY'>): PresenceStatus {
  let merged: PresenceStatus = 'OFFLINE';
  for (const status of devices) {
    if (status === 'ONLINE') return 'ONLINE';
    merged = 'AWAY';
  }
  return merged;
}
