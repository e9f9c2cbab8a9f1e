import { type Clock, parseWhen } from './parse-when.ts';

/** What somebody wants to be reminded of, and when (ms). */
export interface Reminder {
  readonly at: number;
  readonly text: string;
}

const example = '/remind me in 20m to call Ana, /remind me at 15:00 …, /remind me tomorrow …';
const mayBegin = /\s(?=(?:in|at|on|today|tomorrow|next)\s|(?:today|tomorrow)$)/gi;

/** Reads `me in 20m to call Ana` and `me to call Ana in 20m`; a sentence that says how, when it is neither. */
export function parseReminder(rest: string, clock: Clock): Reminder | string {
  const asked = rest.replace(/^me(?:\s+|$)/i, '').trim();
  if (asked === '') return `Say when and of what: ${example}`;
  const reminder = timeFirst(asked, clock) ?? timeLast(asked, clock);
  if (!reminder) return `Say when: ${example}`;
  if (reminder.text === '') return `Say of what: ${example}`;
  return reminder.at > clock.now ? reminder : 'This time has passed. Choose a later one.';
}

const withoutTo = (text: string) => text.replace(/^to\s+/i, '').trim();

function timeFirst(asked: string, clock: Clock): Reminder | null {
  const when = parseWhen(asked, clock);
  return when && { at: when.at, text: withoutTo(when.rest) };
}

function timeLast(asked: string, clock: Clock): Reminder | null {
  for (const { index } of asked.matchAll(mayBegin)) {
    const when = parseWhen(asked.slice(index + 1), clock);
    if (when?.rest === '') return { at: when.at, text: withoutTo(asked.slice(0, index)) };
  }
  return null;
}
