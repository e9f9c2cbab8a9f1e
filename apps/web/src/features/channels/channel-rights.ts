import type { Session } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { isDirect } from './channel-label.ts';

/** What the viewer may do with a channel, as the server will decide. */
export interface ChannelRights {
  /** Topic and description. */
  readonly describe: boolean;
  readonly addPeople: boolean;
  /** Name, archive, delete, and who is in it. */
  readonly manage: boolean;
  readonly leave: boolean;
}

export function channelRights(channel: ChannelListItem, workspaceRole: Session['workspace']['role']): ChannelRights {
  // A conversation of people has no name, no owner and no way out but to close it.
  if (isDirect(channel)) return { describe: false, addPeople: false, manage: false, leave: false };
  const inside = channel.membership !== null;
  const live = inside && channel.archivedAt === null;
  const owns = channel.membership?.role === 'OWNER' && workspaceRole !== 'GUEST';
  const manage = owns || workspaceRole === 'OWNER' || workspaceRole === 'ADMIN';
  return {
    describe: live && workspaceRole !== 'GUEST',
    addPeople: live && workspaceRole !== 'GUEST' && !channel.isDefault,
    manage: inside && manage,
    leave: inside && !channel.isDefault,
  };
}
