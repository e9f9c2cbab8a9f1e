import { apiEnv } from '@parley/api/env';
import { authEnv } from '@parley/auth/env';
import { readRealtimeEnv } from '@parley/realtime/env';
import { logLevel } from '@parley/telemetry/env';
import { wsEnv } from '@parley/ws-server/env';

/** Reads the settings of every package once, so that a wrong one stops the start with its sentence and not a request. */
export function checkSettings(): void {
  for (const read of [logLevel, authEnv, apiEnv, readRealtimeEnv, wsEnv]) read();
}
