import type { ChannelListItem } from '../../sync/use-channels.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';

/** Where something is to be sent, as large as a picture of a person. */
export function DraftIcon({ kind }: { kind: ChannelListItem['kind'] }) {
  return (
    <span className="grid size-9 place-items-center rounded-lg bg-code text-ink-3">
      <ChannelIcon kind={kind} />
    </span>
  );
}
