/** The name that a channel gets for what was typed: lower case, and dashes in place of spaces. */
export function channelNameOf(typed: string): string {
  return typed.trim().replace(/^#+/, '').trim().toLowerCase().replace(/\s+/g, '-');
}
