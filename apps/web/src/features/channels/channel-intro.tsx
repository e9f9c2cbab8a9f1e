'use client';

import dynamic from 'next/dynamic';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { lateCode } from '../shell/late-code.ts';

const ChannelWelcome = dynamic(lateCode(async () => (await import('./channel-welcome.tsx')).ChannelWelcome));

/** Stands above the composer of a channel that has its owner alone in it: whom to talk to is what is missing. */
export function ChannelIntro({ channel }: { channel: ChannelListItem }) {
  const { workspace } = useSession();
  const first = channel.isDefault && channel.memberCount === 1 && workspace.role === 'OWNER';
  return first ? <ChannelWelcome /> : null;
}
