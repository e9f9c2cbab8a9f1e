import type { ChannelListItem } from '../../sync/use-channels.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { RowIcon } from '../shell/row-icon.tsx';

/** Where something is to be sent, as large as a picture of a person. */
export function DraftIcon({ kind }: { kind: ChannelListItem['kind'] }) {
  return (
    <RowIcon>
      <ChannelIcon kind={kind} />
    </RowIcon>
  );
}
