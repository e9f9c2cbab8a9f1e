const names = ['me', 'status', 'dnd', 'remind', 'topic', 'invite', 'leave', 'mute', 'shrug'] as const;

export type CommandName = (typeof names)[number];

const written = /^\/([a-z]+)(?:\s+([\s\S]*))?$/;

/** The command that a text asks for, undefined for an unknown one; null for a text that asks for none, such as a path. */
export function parseCommand(text: string): { name: string; command: CommandName | undefined; rest: string } | null {
  const [, name, rest = ''] = written.exec(text.trim()) ?? [];
  if (name === undefined) return null;
  return { name, command: names.find((known) => known === name), rest: rest.trim() };
}
