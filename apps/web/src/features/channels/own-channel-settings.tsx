'use client';

import { Select } from '@parley/ui/select';
import { Switch } from '@parley/ui/switch';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';
import { mutedWords } from './mute-spans.ts';
import { notificationLevels } from './notification-levels.ts';
import { useChannelActions } from './use-channel-actions.ts';

export interface OwnChannelSettingsProps {
  readonly channelId: string;
  readonly membership: NonNullable<ChannelListItem['membership']>;
}

/** What the viewer hears of a channel, and whether it stands on top of their list. */
export function OwnChannelSettings({ channelId, membership }: OwnChannelSettingsProps) {
  const { star, notify, mute } = useChannelActions(channelId);
  const now = useMuteClock([{ membership }]);
  const muted = mutedWords(membership.mutedUntil, now);
  return (
    <section aria-label="For me" className="flex flex-col gap-4 border-line border-t pt-4">
      <Select
        label="Tell me about"
        options={notificationLevels}
        value={membership.notificationLevel}
        onValueChange={(level) => void notify(level)}
      />
      {muted ? (
        <Switch
          label={muted}
          hint="Nothing of it calls you meanwhile."
          checked
          onCheckedChange={() => void mute(null)}
        />
      ) : null}
      <Switch
        label="Star"
        hint="Keeps it at the top of the sidebar."
        checked={membership.starred}
        onCheckedChange={(starred) => void star(starred)}
      />
    </section>
  );
}
