'use client';

import { Avatar } from '@parley/ui/avatar';
import { IconButton } from '@parley/ui/icon-button';
import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import { Time, useTimeSettings } from '@parley/ui/time';
import Bell from 'lucide-react/icons/bell';
import Check from 'lucide-react/icons/check';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { whereIn } from '../composer/channel-title.ts';
import { useExcerpt } from '../message/use-excerpt.ts';
import { messagePath } from '../shell/place.ts';
import { ViewRow } from '../shell/view-row.tsx';
import { reminderTimes } from './reminder-times.ts';
import { type Saved, useSavedActions } from './use-saved.ts';

/** A message that is kept. Leads to it. */
export function SavedRow({ item }: { item: Saved }) {
  const { me, workspace } = useSession();
  const { message, doneAt } = item;
  const author = useLatestPerson(message.author);
  const channel = useChannel(workspace.id, message.channelId);
  const excerpt = useExcerpt(message.body);
  const actions = useSavedActions(item);
  const where = channel ? whereIn(channel, me.id, author.id) : `in #${item.channel.name}`;
  const note = item.remindAt ? (
    <>
      {item.remindedAt ? 'Reminded' : 'Reminder'} <Time value={item.remindAt} format="full" />
    </>
  ) : null;
  return (
    <ViewRow
      href={messagePath(workspace.slug, message)}
      icon={<Avatar id={author.id} name={author.displayName} src={author.avatarUrl} />}
      title={`${author.displayName} ${where}`}
      time={<Time value={message.createdAt} format="relative" />}
      text={message.deletedAt ? 'This message was deleted' : excerpt}
      note={note}
      actions={
        <>
          <ReminderMenu item={item} />
          <IconButton label={doneAt ? 'Not done yet' : 'Done'} onClick={() => actions.setDone(doneAt === null)}>
            {doneAt ? <Undo2 size={16} /> : <Check size={16} />}
          </IconButton>
        </>
      }
    />
  );
}

function ReminderMenu({ item }: { item: Saved }) {
  const settings = useTimeSettings();
  const timeZone = settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const actions = useSavedActions(item);
  const [now, setNow] = useState(() => Date.now());
  const trigger = (
    <IconButton label="Remind me">
      <Bell size={16} />
    </IconButton>
  );
  return (
    <Menu trigger={trigger} align="end" onOpenChange={(open) => open && setNow(Date.now())}>
      {reminderTimes(now, timeZone).map(({ label, at }) => (
        <MenuItem key={label} onSelect={() => actions.remind(at)}>
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      {item.remindAt && !item.remindedAt ? (
        <MenuItem onSelect={() => actions.remind(null)}>No reminder</MenuItem>
      ) : null}
      <MenuItem onSelect={actions.remove}>Remove from Saved</MenuItem>
    </Menu>
  );
}
