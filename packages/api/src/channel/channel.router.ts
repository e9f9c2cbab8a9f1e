import type { ChannelSignal } from '@parley/realtime/signals';
import { z } from 'zod';
import { markRead, markUnread } from '../read-state/move-read-position.ts';
import { router } from '../trpc/init.ts';
import { authed, channelMember, channelOwner, workspaceMember } from '../trpc/procedures.ts';
import { browseChannels } from './browse-channels.ts';
import * as input from './channel.input.ts';
import * as output from './channel.output.ts';
import { listMembers, setMemberRole } from './channel-members.ts';
import { createChannel } from './create-channel.ts';
import { deleteChannel } from './delete-channel.ts';
import { getChannel } from './get-channel.ts';
import { addMembers, joinChannel, kickMember, leaveChannel } from './join-channel.ts';
import { listChannels } from './list-channels.ts';
import { mentionReach } from './mention-reach.ts';
import { listSections, saveSections, sectionsSchema } from './own-sections.ts';
import { setNotifications, starChannel } from './own-settings.ts';
import { listSectionsInput, saveSectionsInput } from './section.input.ts';
import { setArchived, updateChannel } from './update-channel.ts';
import { watchSignals } from './watch-signals.ts';

const change = { limit: 'change' } as const;
const read = { limit: 'read' } as const;
const signal = { limit: 'signal' } as const;

/** Channels: making and finding them, who is in them, and the caller's own place. */
export const channelRouter = router({
  create: workspaceMember
    .meta(change)
    .input(input.createChannelInput)
    .output(output.channelOutput)
    .mutation(({ ctx, input }) => createChannel(ctx, input)),
  /** The caller's channels, with unread and the newest message. */
  list: workspaceMember
    .meta(read)
    .input(input.listChannelsInput)
    .output(output.channelListOutput)
    .query(async ({ ctx, input }) => ({ items: await listChannels(ctx.caller.user.id, input.workspaceId) })),
  /** The directory: public channels, and private ones the caller is in. */
  browse: workspaceMember
    .meta(read)
    .input(input.browseChannelsInput)
    .output(output.browseOutput)
    .query(({ ctx, input }) => browseChannels(ctx.caller.user.id, ctx.membership, input)),
  get: authed
    .meta(read)
    .input(input.channelIdInput)
    .output(output.channelOutput)
    .query(({ ctx, input }) => getChannel(ctx, input.channelId)),
  update: channelMember
    .meta(change)
    .input(input.updateChannelInput)
    .output(output.channelOutput)
    .mutation(({ ctx, input }) => updateChannel(ctx, input)),
  archive: channelOwner
    .meta(change)
    .input(input.channelIdInput)
    .output(output.channelOutput)
    .mutation(({ ctx }) => setArchived(ctx, true)),
  unarchive: channelOwner
    .meta(change)
    .input(input.channelIdInput)
    .output(output.channelOutput)
    .mutation(({ ctx }) => setArchived(ctx, false)),
  delete: channelOwner
    .meta(change)
    .input(input.channelIdInput)
    .output(output.channelIdOutput)
    .mutation(({ ctx }) => deleteChannel(ctx)),
  join: authed
    .meta(change)
    .input(input.channelIdInput)
    .output(output.channelOutput)
    .mutation(({ ctx, input }) => joinChannel(ctx, input.channelId)),
  leave: channelMember
    .meta(change)
    .input(input.channelIdInput)
    .output(output.channelIdOutput)
    .mutation(({ ctx }) => leaveChannel(ctx)),
  members: channelMember
    .meta(read)
    .input(input.listMembersInput)
    .output(output.membersOutput)
    .query(({ input }) => listMembers(input)),
  /** Whom a mention of everybody would call, for the question before it is sent. */
  mentionReach: channelMember
    .meta(read)
    .input(input.channelIdInput)
    .output(output.mentionReachOutput)
    .query(({ ctx }) => mentionReach(ctx)),
  addMembers: channelMember
    .meta(change)
    .input(input.addMembersInput)
    .output(output.addedOutput)
    .mutation(({ ctx, input }) => addMembers(ctx, input)),
  kick: channelOwner
    .meta(change)
    .input(input.kickInput)
    .output(output.channelIdOutput)
    .mutation(({ ctx, input }) => kickMember(ctx, input)),
  setMemberRole: channelOwner
    .meta(change)
    .input(input.setMemberRoleInput)
    .output(output.channelMemberOutput)
    .mutation(({ ctx, input }) => setMemberRole(ctx, input)),
  setNotifications: channelMember
    .meta(signal)
    .input(input.setNotificationsInput)
    .output(output.channelOutput)
    .mutation(({ ctx, input }) => setNotifications(ctx, input)),
  star: channelMember
    .meta(signal)
    .input(input.starInput)
    .output(output.channelOutput)
    .mutation(({ ctx, input }) => starChannel(ctx, input)),
  /** The caller's own sections of the sidebar. */
  sections: workspaceMember
    .meta(read)
    .input(listSectionsInput)
    .output(sectionsSchema)
    .query(({ ctx }) => listSections(ctx)),
  /** Replaces them all; with `version`, only when nobody changed them since. */
  saveSections: workspaceMember
    .meta(signal)
    .input(saveSectionsInput)
    .output(sectionsSchema)
    .mutation(({ ctx, input }) => saveSections(ctx, input)),
  /** Everything up to `seq` is read. Never moves back. */
  markRead: channelMember
    .meta(signal)
    .input(input.readPositionInput)
    .output(output.readPositionOutput)
    .mutation(({ ctx, input }) => markRead(ctx, input.seq)),
  /** Unread begins again at `seq`. */
  markUnread: channelMember
    .meta(signal)
    .input(input.readPositionInput)
    .output(output.readPositionOutput)
    .mutation(({ ctx, input }) => markUnread(ctx, input.seq)),
  /** What passes in a channel without a number: who types. */
  onSignal: channelMember
    .meta({ limit: 'subscribe' })
    .input(input.channelIdInput)
    .output(z.custom<AsyncIterable<ChannelSignal>>())
    .subscription(({ ctx, input, signal: aborted }) => watchSignals(ctx, input.channelId, aborted)),
});
