import { channelMemberSchema, channelSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { viewerChannelSchema } from './viewer-channel.view.ts';

const nextCursor = z.string().nullable();

export const channelOutput = viewerChannelSchema;
export const channelListOutput = z.object({ items: z.array(viewerChannelSchema) });
export const browseOutput = z.object({ items: z.array(channelSchema.extend({ joined: z.boolean() })), nextCursor });
export const channelMemberOutput = channelMemberSchema;
export const membersOutput = z.object({ items: z.array(channelMemberSchema), nextCursor });
export const channelIdOutput = z.object({ id: z.uuid() });
export const addedOutput = z.object({ added: z.array(z.uuid()) });
export const mentionReachOutput = z.object({
  channel: z.int(),
  here: z.int(),
  timezones: z.array(z.string()),
  hereTimezones: z.array(z.string()),
});
export const readPositionOutput = z.object({
  channelId: z.uuid(),
  lastReadSeq: z.int(),
  unread: z.int(),
  mentions: z.int(),
});
