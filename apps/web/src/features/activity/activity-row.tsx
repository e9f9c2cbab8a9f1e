'use client';

import { Avatar } from '@parley/ui/avatar';
import { Time } from '@parley/ui/time';
import EyeOff from 'lucide-react/icons/eye-off';
import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { whereIn } from '../composer/channel-title.ts';
import { useExcerpt } from '../message/use-excerpt.ts';
import { useBlockedIds } from '../people/use-blocked-ids.ts';
import { messagePath } from '../shell/place.ts';
import { RowIcon } from '../shell/row-icon.tsx';
import { ViewRow } from '../shell/view-row.tsx';
import type { Activity } from './activity-query.ts';

/** Somebody called the viewer, answered them or reacted. Leads to the message. */
export function ActivityRow({ item, fresh }: { item: Activity; fresh: boolean }) {
  const { me, workspace } = useSession();
  const actor = useLatestPerson(item.actor);
  const channel = useChannel(workspace.id, item.channelId);
  const excerpt = useExcerpt(item.message.body);
  const blocked = useBlockedIds();
  const hidden = blocked?.has(actor.id) ?? false;
  const who = hidden ? 'Somebody you blocked' : actor.displayName;
  const where = channel ? whereIn(channel, me.id, actor.id) : 'in a channel';
  return (
    <ViewRow
      href={messagePath(workspace.slug, item.message)}
      icon={hidden ? <HiddenFace /> : <Avatar id={actor.id} name={actor.displayName} src={actor.avatarUrl} />}
      title={`${who} ${whatHappened(item)} ${where}`}
      time={<Time value={item.createdAt} format="relative" />}
      text={blocked?.has(item.message.author.id) ? '' : excerpt}
      unread={fresh}
    />
  );
}

/** In place of the picture of somebody whom the viewer blocked. */
function HiddenFace() {
  return (
    <RowIcon>
      <EyeOff size={16} />
    </RowIcon>
  );
}

function whatHappened({ kind, emoji }: Activity): string {
  switch (kind) {
    case 'MENTION':
      return 'mentioned you';
    case 'EVERYONE':
      return 'called everybody';
    case 'REPLY':
      return 'replied';
    case 'REACTION':
      return `reacted with ${emoji ?? 'an emoji'}`;
  }
}
