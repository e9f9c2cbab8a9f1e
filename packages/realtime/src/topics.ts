/** Topic of a channel's durable events; its payloads are bus texts of `EncodedEvent`. */
export function channelTopic(channelId: string): string {
  return `channel:${channelId}`;
}

/** Topic of a channel's passing signals (typing, receipts); its payloads are JSON of `ChannelSignal`. */
export function channelSignalTopic(channelId: string): string {
  return `signal:${channelId}`;
}

/** Topic of what concerns one person alone; its payloads are JSON of `UserSignal`. */
export function userTopic(userId: string): string {
  return `user:${userId}`;
}

/** Topic of a person's presence; its payloads are JSON of `PresenceChange`. */
export function presenceTopic(userId: string): string {
  return `presence:${userId}`;
}

/** Topic of what concerns everybody in a workspace; its payloads are JSON of `WorkspaceSignal`. */
export function workspaceTopic(workspaceId: string): string {
  return `workspace:${workspaceId}`;
}
