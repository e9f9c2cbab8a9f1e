'use client';

import { EmptyState } from '@parley/ui/empty-state';
import { IconButton } from '@parley/ui/icon-button';
import { Time } from '@parley/ui/time';
import { showToast } from '@parley/ui/toast-store';
import PenLine from 'lucide-react/icons/pen-line';
import Trash2 from 'lucide-react/icons/trash-2';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { channelTitle } from '../composer/channel-title.ts';
import { useExcerpt } from '../message/use-excerpt.ts';
import { channelPath } from '../shell/place.ts';
import { ViewRow } from '../shell/view-row.tsx';
import { DraftIcon } from './draft-icon.tsx';
import type { OwnDraft } from './use-own-drafts.ts';

/** What was begun, in every channel and thread. */
export function DraftList({ drafts }: { drafts: readonly OwnDraft[] }) {
  if (drafts.length === 0) {
    return (
      <EmptyState
        icon={<PenLine size={18} />}
        title="Nothing begun"
        text="What you type and do not send waits here, on all of your devices."
      />
    );
  }
  return (
    <ul className="flex flex-col gap-px">
      {drafts.map((one) => (
        <DraftRow key={one.draft.channelId} {...one} />
      ))}
    </ul>
  );
}

function DraftRow({ draft, channel, parentId }: OwnDraft) {
  const { me, workspace } = useSession();
  const { drafts } = useSync();
  const text = useExcerpt(draft.body);
  const title = channelTitle(channel, me.id);
  const path = channelPath(workspace.slug, channel.id);
  function discard(): void {
    drafts.write(draft.channelId, '');
    showToast({
      text: 'Draft discarded',
      key: draft.channelId,
      action: { label: 'Undo', onAction: () => drafts.write(draft.channelId, draft.body) },
    });
  }
  return (
    <ViewRow
      href={parentId === null ? path : `${path}?thread=${parentId}`}
      icon={<DraftIcon kind={channel.kind} />}
      title={parentId === null ? title : `Thread in ${title}`}
      time={<Time value={draft.updatedAt} format="relative" />}
      text={text}
      actions={
        <IconButton label={`Discard the draft in ${title}`} onClick={discard}>
          <Trash2 size={16} />
        </IconButton>
      }
    />
  );
}
