import { inOpenFence } from './composer-keys.ts';

export type TriggerKind = 'person' | 'channel' | 'emoji' | 'command';

/** What somebody began to write that can be completed: from its sign to the caret. */
export interface Trigger {
  readonly kind: TriggerKind;
  /** Without its sign. */
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

const before = '(?<=^|[\\s([{"\'“‘*_~>])';
/** A name may have spaces within, but what is asked begins with a letter. */
const patterns: readonly (readonly [TriggerKind, RegExp])[] = [
  ['person', new RegExp(`${before}@((?:[\\p{L}\\p{M}\\p{N}._-]+(?: [\\p{L}\\p{M}\\p{N}._-]+){0,2})?)$`, 'u')],
  ['channel', new RegExp(`${before}#([\\p{L}\\p{M}\\p{N}_-]*)$`, 'u')],
  // Two letters at least: `:)`, `:p` and `:D` are what they are.
  ['emoji', new RegExp(`${before}:(\\p{L}[\\p{L}_+-]\\w*)$`, 'u')],
];
const command = /^\/([a-z]*)$/;
const LONGEST = 80;

/** What can be completed at the caret, or null. Nothing can in code. */
export function findTrigger(text: string, caret: number): Trigger | null {
  const typed = command.exec(text.slice(0, caret));
  if (typed) return { kind: 'command', query: typed[1] ?? '', from: 0, to: caret };
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const start = Math.max(lineStart, caret - LONGEST);
  const line = text.slice(start, caret);
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(line);
    if (!found || isInCode(text, lineStart, caret)) continue;
    return { kind, query: found[1] ?? '', from: start + found.index, to: caret };
  }
  return null;
}

function isInCode(text: string, lineStart: number, caret: number): boolean {
  const ticks = text.slice(lineStart, caret).split('`').length - 1;
  return ticks % 2 === 1 || inOpenFence(text, caret);
}
