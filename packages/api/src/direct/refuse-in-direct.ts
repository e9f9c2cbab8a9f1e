import type { ChannelKind } from '../access/channel-access.ts';
import { forbidden } from '../app-error.ts';

/** Is it a conversation of certain people, and not a place that people come to and leave? */
export function isDirect(kind: ChannelKind): boolean {
  return kind === 'DIRECT' || kind === 'GROUP';
}

/** FORBIDDEN (DIRECT) for what makes no sense in a conversation of people: its people, and so its name, stay what they are. */
export function refuseInDirect({ kind }: { readonly kind: ChannelKind }): void {
  if (!isDirect(kind)) return;
  throw forbidden('DIRECT', 'This is a conversation of certain people. Close it, or begin another one.');
}
