'use client';

import { Button } from '@parley/ui/button';
import { Time } from '@parley/ui/time';
import Archive from 'lucide-react/icons/archive';
import ArchiveRestore from 'lucide-react/icons/archive-restore';
import LogOut from 'lucide-react/icons/log-out';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { type ChannelQuestion, ChannelQuestionDialog } from './channel-question-dialog.tsx';
import { type ChannelRights, channelRights } from './channel-rights.ts';
import { InlineField } from './inline-field.tsx';
import { OwnChannelSettings } from './own-channel-settings.tsx';
import { useChannelActions } from './use-channel-actions.ts';

/** A channel's name, what it is for, what one hears of it, and how to leave or end it. */
export function ChannelDetails({ channel }: { channel: ChannelListItem }) {
  const { workspace } = useSession();
  const rights = channelRights(channel, workspace.role);
  const { update } = useChannelActions(channel.id);
  const live = channel.archivedAt === null;
  return (
    <div className="flex flex-col gap-5 p-4 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      <InlineField
        label="Name"
        field="name"
        value={channel.name}
        empty=""
        limit={80}
        required
        editable={rights.manage && live}
        onSave={(name) => update({ name: name.replace(/^#+/, '') })}
      />
      <InlineField
        label="Topic"
        field="topic"
        value={channel.topic}
        empty="No topic yet. Say what it is about, in a few words."
        limit={250}
        editable={rights.describe}
        onSave={(topic) => update({ topic })}
      />
      <InlineField
        label="Description"
        field="description"
        value={channel.description}
        empty="No description yet. Say who belongs here and what for."
        limit={2_000}
        multiline
        editable={rights.describe}
        onSave={(description) => update({ description })}
      />
      <p className="text-ink-3 text-sm">
        {channel.kind === 'PRIVATE'
          ? 'Private: only people who are added can see it.'
          : 'Public: anyone here can join.'}{' '}
        Made on <Time value={channel.createdAt} format="date" />.
      </p>
      {channel.membership ? <OwnChannelSettings channelId={channel.id} membership={channel.membership} /> : null}
      <ChannelEndings channel={channel} rights={rights} />
    </div>
  );
}

function ChannelEndings({ channel, rights }: { channel: ChannelListItem; rights: ChannelRights }) {
  const { unarchive } = useChannelActions(channel.id);
  const [question, setQuestion] = useState<ChannelQuestion | null>(null);
  if (!rights.leave) return null;
  const row = 'justify-start!';
  return (
    <section aria-label="Leave or end" className="-mx-3 flex flex-col border-line border-t pt-3">
      <Button variant="ghost" className={row} icon={<LogOut size={16} />} onClick={() => setQuestion('leave')}>
        Leave channel
      </Button>
      {rights.manage ? (
        <>
          {channel.archivedAt ? (
            <Button
              variant="ghost"
              className={row}
              icon={<ArchiveRestore size={16} />}
              onClick={() => void unarchive()}
            >
              Unarchive channel
            </Button>
          ) : (
            <Button variant="ghost" className={row} icon={<Archive size={16} />} onClick={() => setQuestion('archive')}>
              Archive channel
            </Button>
          )}
          <Button
            variant="ghost"
            className={`${row} text-danger! hover:bg-danger-soft!`}
            icon={<Trash2 size={16} />}
            onClick={() => setQuestion('delete')}
          >
            Delete channel
          </Button>
        </>
      ) : null}
      <ChannelQuestionDialog channel={channel} question={question} onClose={() => setQuestion(null)} />
    </section>
  );
}
