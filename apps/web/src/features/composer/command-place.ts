import type { TimeSettings } from '@parley/ui/time-format';
import type { QueryClient } from '@tanstack/react-query';
import type { SyncEngine } from '../../sync/sync-engine.ts';
import type { Api } from '../../trpc/trpc.ts';

/** Where a command is given, and by whose clocks. */
export interface CommandPlace {
  readonly api: Api;
  readonly sync: SyncEngine;
  readonly queryClient: QueryClient;
  readonly channelId: string;
  readonly workspaceId: string;
  readonly timeSettings: TimeSettings;
}

/** What came of a command. Nothing of these: it is done. */
export interface CommandOutcome {
  /** Goes out as a message. */
  readonly send?: string;
  /** Why it could not be done, and how it could. */
  readonly problem?: string;
  /** Is asked first. */
  readonly ask?: 'leave';
}
