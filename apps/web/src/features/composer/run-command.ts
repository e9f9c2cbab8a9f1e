import { showToast } from '@parley/ui/toast-store';
import { apiErrorOf } from '../../trpc/api-error.ts';
import type { CommandOutcome, CommandPlace } from './command-place.ts';
import { calledPeople } from './mention-names.ts';
import { runPause, runRemind, runStatus } from './own-commands.ts';
import type { CommandName } from './parse-command.ts';
import { parseDuration } from './parse-duration.ts';

type Run = (rest: string, place: CommandPlace) => Promise<CommandOutcome> | CommandOutcome;

const MOST_MUTED = 365 * 86_400_000;

const runs: Readonly<Record<CommandName, Run>> = {
  me: (rest) => (rest === '' ? { problem: 'Say what you do: /me waves' } : { send: rest.replace(/^.+$/gm, '_$&_') }),
  shrug: (rest) => ({ send: `${rest === '' ? '' : `${rest} `}¯\\\\\\_(ツ)\\_/¯` }),
  status: runStatus,
  dnd: runPause,
  remind: runRemind,
  leave: () => ({ ask: 'leave' }),
  topic: async (rest, { api, channelId }) => {
    await api.channel.update.mutate({ channelId, topic: rest });
    showToast({ text: rest === '' ? 'Topic removed' : 'Topic changed' });
    return {};
  },
  invite: async (rest, { api, channelId }) => {
    const userIds = calledPeople(rest);
    if (userIds.length === 0) return { problem: 'Say whom to add, with an @: /invite @name' };
    const { added } = await api.channel.addMembers.mutate({ channelId, userIds });
    showToast({ text: added.length === 0 ? 'Everybody is here already' : `Added ${people(added.length)}` });
    return {};
  },
  mute: async (rest, { api, sync, channelId }) => {
    const membership = sync.channels.read(channelId)?.membership;
    if (rest === 'off') {
      await api.channel.setNotifications.mutate({ channelId, level: 'ALL', mutedUntil: null });
      showToast({ text: 'You hear of this channel again' });
      return {};
    }
    const time = parseDuration(rest);
    if (rest !== '' && time?.rest !== '') return { problem: 'Say for how long: /mute 1h, /mute 8h or /mute off' };
    const level = membership?.notificationLevel ?? 'ALL';
    const mutedUntil = time ? new Date(Date.now() + Math.min(time.ms, MOST_MUTED)).toISOString() : null;
    await api.channel.setNotifications.mutate(time ? { channelId, level, mutedUntil } : { channelId, level: 'NONE' });
    showToast({ text: time ? `Muted for ${rest}` : 'Muted until you turn it on again' });
    return {};
  },
};

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

/** Does what a command says. What the server refuses becomes a problem in its words; rejects when it cannot be reached. */
export async function runCommand(name: CommandName, rest: string, place: CommandPlace): Promise<CommandOutcome> {
  try {
    return await runs[name](rest, place);
  } catch (error) {
    const said = apiErrorOf(error);
    if (!said) throw error;
    return { problem: said.message };
  }
}
