import type { Api } from '../trpc/trpc.ts';
import type { ReadPosition } from './channel-list.ts';
import { talkOf } from './talk.ts';
import type { ThreadPlace } from './threads.ts';

/** How reading is told to the server: of a channel, or of one of its threads. */
export function readingCalls(api: Api) {
  return {
    markRead: ({ key, seq }: { key: string; seq: number }): Promise<ReadPosition | ThreadPlace> => {
      const { channelId, parentId } = talkOf(key);
      return parentId === null
        ? api.channel.markRead.mutate({ channelId, seq })
        : api.thread.markRead.mutate({ parentId, seq });
    },
    markUnread: ({ key, seq }: { key: string; seq: number }): Promise<ReadPosition | ThreadPlace> => {
      const { channelId, parentId } = talkOf(key);
      return parentId === null
        ? api.channel.markUnread.mutate({ channelId, seq })
        : api.thread.markUnread.mutate({ parentId, seq });
    },
  };
}
