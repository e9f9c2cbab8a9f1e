import { isDirect } from '../channels/channel-label.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';
import { spokenText } from '../timeline/spoken-text.ts';
import type { Notice } from './notifier.ts';

const LONGEST = 180;

export interface ShowNoticeOptions {
  /** The workspace's. */
  readonly slug: string;
  readonly viewerId: string;
  nameOf(userId: string): string;
}

/** The words of a notice: who and where, and the beginning of what was written. */
export function noticeWords({ message, channel, kind }: Notice, { viewerId, nameOf }: ShowNoticeOptions) {
  const { displayName } = message.author;
  const place = channelTitle(channel, viewerId);
  const alone = isDirect(channel) && (channel.people?.length ?? 0) <= 2;
  const who = alone ? displayName : `${displayName} in ${place}`;
  const title = kind === 'REMINDER' ? `Reminder: ${who}` : who;
  const spoken = spokenText(message, nameOf).slice(displayName.length + 2);
  return { title, body: spoken.length > LONGEST ? `${spoken.slice(0, LONGEST)}…` : spoken };
}

/** Shows a notice; pressing it leads to the message. Two of one message take one place, whoever shows them. */
export function showNotice(notice: Notice, options: ShowNoticeOptions): Notification {
  const { message, channel } = notice;
  const { title, body } = noticeWords(notice, options);
  const shown = new Notification(title, { body, tag: message.id, icon: '/apple-icon.png' });
  shown.onclick = () => {
    window.focus();
    goTo(`${channelPath(options.slug, channel.id)}?message=${message.id}`);
    shown.close();
  };
  return shown;
}
