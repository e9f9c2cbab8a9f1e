/** What those who sign in keep for later: the last message of somebody in a place. */
export const saved: readonly {
  readonly handle: string;
  readonly channel: string;
  readonly from: string;
  readonly remindInHours?: number;
}[] = [
  { handle: 'jonas', channel: 'release-train', from: 'tomas' },
  { handle: 'jonas', channel: 'customers', from: 'lucia', remindInHours: 20 },
  { handle: 'jonas', channel: 'engineering', from: 'mira' },
  { handle: 'mira', channel: 'support', from: 'priya', remindInHours: 3 },
  { handle: 'mira', channel: 'engineering', from: 'samuel' },
  { handle: 'tomas', channel: 'release-train', from: 'ana' },
  { handle: 'tomas', channel: 'incidents', from: 'sven', remindInHours: 18 },
];

/** What they have begun to write. */
export const drafts: readonly { readonly handle: string; readonly channel: string; readonly body: string }[] = [
  {
    handle: 'jonas',
    channel: 'announcements',
    body: 'Next Friday we close at two, and then there is cake. What you need to know:',
  },
  { handle: 'jonas', channel: 'jonas tomas', body: 'About Thursday: could we' },
  { handle: 'mira', channel: 'engineering', body: 'Numbers for the new index, before and after:' },
  { handle: 'tomas', channel: 'support', body: 'That one is ours. The fix' },
];
