import { formatTime } from '@parley/ui/time-format';
import { showToast } from '@parley/ui/toast-store';
import { uuidv7 } from 'uuidv7';
import { loadEmoji } from '../emoji/load-emoji.ts';
import { shortcodeParts } from '../emoji/shortcode-parts.ts';
import { inTone } from '../emoji/skin-tone.ts';
import type { CommandOutcome, CommandPlace } from './command-place.ts';
import { parseReminder } from './parse-reminder.ts';
import { parseStatus } from './parse-status.ts';
import { type Clock, parseWhen } from './parse-when.ts';

const SPEECH = '\u{1F4AC}';
const MOST_STATUS = 100;
const howToPause = 'Say for how long: /dnd 1h, /dnd until 17:00 or /dnd off';

function clockOf({ timeSettings }: CommandPlace): Clock {
  return { now: Date.now(), timeZone: timeSettings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone };
}

const spoken = (at: number, { timeSettings }: CommandPlace) => formatTime(new Date(at), 'full', timeSettings);

/** `/status :palm_tree: On holiday`, `/status clear` */
export async function runStatus(rest: string, place: CommandPlace): Promise<CommandOutcome> {
  if (rest === '') return { problem: 'Say what you are up to: /status :palm_tree: On holiday, or /status clear' };
  if (/^(?:clear|off)$/i.test(rest)) {
    place.sync.people.remember([
      await place.api.account.setStatus.mutate({ emoji: null, text: null, expiresAt: null }),
    ]);
    showToast({ text: 'Status cleared', key: 'status' });
    return {};
  }
  const { emoji: written, text } = parseStatus(rest);
  if (text.length > MOST_STATUS) return { problem: `A status has at most ${MOST_STATUS} characters. Say it in fewer.` };
  const emoji = await storedEmoji(written, place);
  if (emoji === null) return { problem: `There is no emoji ${written}. Write : and two letters to choose one.` };
  place.sync.people.remember([
    await place.api.account.setStatus.mutate({ emoji, text: text || null, expiresAt: null }),
  ]);
  showToast({ text: 'Status set', key: 'status' });
  return {};
}

/** The emoji as it is stored: `:name:` only of the workspace's own; null for a name that stands for none. */
async function storedEmoji(written: string, { api, workspaceId }: CommandPlace): Promise<string | null> {
  if (written === '') return SPEECH;
  if (!written.startsWith(':')) return written;
  const { name, tone } = shortcodeParts(written);
  const { items } = await api.emoji.list.query({ workspaceId });
  if (items.some((own) => own.name === name)) return `:${name}:`;
  const emoji = (await loadEmoji()).named(name);
  return emoji ? inTone(emoji, tone) : null;
}

/** `/dnd 1h`, `/dnd until 17:00`, `/dnd off` */
export async function runPause(rest: string, place: CommandPlace): Promise<CommandOutcome> {
  const off = /^off$/i.test(rest);
  const until = off ? null : parseWhen(rest, clockOf(place));
  if (!off && until?.rest !== '') return { problem: howToPause };
  if (until && until.at <= Date.now()) return { problem: 'This time has passed. Choose a later one.' };
  const dndUntil = until ? new Date(until.at).toISOString() : null;
  await place.api.account.setNotifications.mutate({ dndUntil });
  void place.queryClient.invalidateQueries({ queryKey: [['account', 'notifications']] });
  const text = until ? `Notifications are paused until ${spoken(until.at, place)}` : 'Notifications come again';
  showToast({ text, key: 'pause' });
  return {};
}

/** Of reminders that were asked for and are not stored yet: who tries again sends no second note. */
const nonces = new Map<string, string>();

/** `/remind me in 20m to call Ana`: a note to oneself that is kept with a reminder. */
export async function runRemind(rest: string, place: CommandPlace): Promise<CommandOutcome> {
  const reminder = parseReminder(rest, clockOf(place));
  if (typeof reminder === 'string') return { problem: reminder };
  const { api, workspaceId } = place;
  const { at, text } = reminder;
  const nonce = nonces.get(rest) ?? uuidv7();
  nonces.set(rest, nonce);
  const notes = await api.direct.open.mutate({ workspaceId, userIds: [] });
  const note = await api.message.send.mutate({ channelId: notes.id, body: text, nonce });
  await api.message.save.mutate({ id: note.id, remindAt: new Date(at).toISOString() });
  nonces.delete(rest);
  showToast({ text: `You will be reminded ${spoken(at, place)}. It waits in Saved.`, key: 'saved' });
  return {};
}
