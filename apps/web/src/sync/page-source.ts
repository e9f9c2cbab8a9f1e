import type { Api, ApiOutput } from '../trpc/trpc.ts';
import type { MessagePage } from './channel-log.ts';
import type { Talk } from './talk.ts';
import type { TakePlace } from './threads.ts';

/** Where in a conversation to look: a message's id, its number, or a moment. */
export type Target = string | number;

/** Reads the pages of conversations. */
export interface PageSource {
  newest(talk: Talk): Promise<MessagePage>;
  older(talk: Talk, cursor: string): Promise<MessagePage>;
  newer(talk: Talk, cursor: string): Promise<MessagePage>;
  around(talk: Talk, target: Target): Promise<MessagePage>;
}

const PAGE = 50;
const AROUND = 60;

/** The server's pages: of a channel's timeline, and of threads, which begin with the message that they hang on. */
export function pageSource(api: Api, beginReading: () => TakePlace): PageSource {
  const readThread = async (parentId: string, cursor?: string): Promise<MessagePage> => {
    const takePlace = beginReading();
    const thread = await api.thread.get.query({ parentId, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    takePlace(thread);
    return threadPage(thread);
  };
  return {
    newest: ({ channelId, parentId }) =>
      parentId === null
        ? api.message.list.query({ channelId, direction: 'BACKWARD', limit: PAGE })
        : readThread(parentId),
    older: ({ channelId, parentId }, cursor) =>
      parentId === null
        ? api.message.list.query({ channelId, cursor, direction: 'BACKWARD', limit: PAGE })
        : readThread(parentId, cursor),
    newer: ({ channelId }, cursor) => api.message.list.query({ channelId, cursor, direction: 'FORWARD', limit: PAGE }),
    around: ({ channelId }, around) =>
      api.message.list.query({ channelId, around, direction: 'BACKWARD', limit: AROUND }),
  };
}

function threadPage({ parent, items, nextCursor, seq }: ApiOutput['thread']['get']): MessagePage {
  const whole = nextCursor === null ? [parent, ...items] : items;
  return { items: whole, olderCursor: nextCursor, newerCursor: null, seq };
}
