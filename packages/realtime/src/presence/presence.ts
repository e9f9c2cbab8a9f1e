import type { PresenceChange } from '../signals.ts';

export interface PresenceDevice {
  userId: string;
  deviceId: string;
}

export interface PresenceBeat extends PresenceDevice {
  status: 'ONLINE' | 'AWAY';
}

/**
 * Who is there. A person is ONLINE if any device is, else AWAY if any is, else OFFLINE; a device that was silent for 30 s is gone.
 * Each change of a person's state is published once, over all servers, on `presenceTopic(userId)`.
 */
export interface Presence {
  /** A device says that it is there. Never rejects: without the backend it is forgotten. */
  beat(beat: PresenceBeat): Promise<void>;
  /** A device goes at once, without the 30 s. Never rejects. */
  leave(device: PresenceDevice): Promise<void>;
  /** The states of these people, in their order; OFFLINE when nothing is known. Never rejects. */
  read(userIds: readonly string[]): Promise<PresenceChange[]>;
  close(): Promise<void>;
}

export interface PresenceOptions {
  publish: (topic: string, payload: string) => void;
  /** A device is gone after so long without a beat, in milliseconds; 30,000 if left out. */
  silentAfterMs?: number;
  /** Milliseconds between looks for silent devices; 3,000 if left out. */
  sweepEveryMs?: number;
}

/** Beyond so many devices of one person, the one silent the longest makes room. */
export const MAX_DEVICES = 20;
