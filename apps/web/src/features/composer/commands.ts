import type { CommandName } from './parse-command.ts';

/** What can be done from the field by writing `/name`. */
export interface Command {
  readonly name: CommandName;
  /** What follows the name, as a hint. */
  readonly args: string;
  readonly label: string;
}

/** Every command there is. */
export const commands: readonly Command[] = [
  { name: 'me', args: 'what you do', label: 'Say what you do' },
  { name: 'status', args: ':palm_tree: On holiday, or clear', label: 'Say what you are up to' },
  { name: 'dnd', args: '1h, until 17:00 or off', label: 'Pause all notifications' },
  { name: 'remind', args: 'me in 20m, at 15:00 or tomorrow, and of what', label: 'Be reminded' },
  { name: 'topic', args: 'new topic', label: 'Change what this channel is about' },
  { name: 'invite', args: '@name', label: 'Add somebody to this channel' },
  { name: 'leave', args: '', label: 'Leave this channel' },
  { name: 'mute', args: '1h, 8h or off', label: 'Hear nothing of this channel for a while' },
  { name: 'shrug', args: 'message', label: 'Put a shrug behind your message' },
];
