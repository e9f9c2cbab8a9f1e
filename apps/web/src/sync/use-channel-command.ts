'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ChannelCommand } from './channel-commands.ts';
import { useSync } from './sync-provider.tsx';

/** Calls `onCommand` with what other parts of the channel's page ask for. */
export function useChannelCommand(channelId: string, onCommand: (command: ChannelCommand) => void): void {
  const { commands } = useSync();
  const listener = useEffectEvent(onCommand);
  useEffect(() => commands.on(channelId, (command) => listener(command)), [commands, channelId]);
}
