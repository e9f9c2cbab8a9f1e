import { apiErrorOf } from '../trpc/api-error.ts';
import type { Api } from '../trpc/trpc.ts';
import type { DraftSyncOptions, RemoteDraft } from './draft-sync.ts';
import { talkKey, talkOf } from './talk.ts';

type Answer = Omit<RemoteDraft, 'key'> & { channelId: string; parentId: string | null };

const remote = ({ channelId, parentId, body, version }: Answer): RemoteDraft => ({
  key: talkKey({ channelId, parentId }),
  body,
  version,
});

function isAnswer(current: unknown): current is Answer {
  if (typeof current !== 'object' || current === null || !('channelId' in current) || !('body' in current))
    return false;
  return typeof current.body === 'string' && 'version' in current && 'parentId' in current;
}

/** How drafts are read from the server and saved there. */
export function draftCalls(api: Api, workspaceId: string): Pick<DraftSyncOptions, 'list' | 'save'> {
  return {
    list: async () => (await api.draft.list.query({ workspaceId })).items.map(remote),
    save: async (key, body, version) => {
      const { channelId, parentId } = talkOf(key);
      try {
        const place = parentId === null ? { channelId } : { channelId, parentId };
        return remote(await api.draft.save.mutate({ ...place, body, version }));
      } catch (error) {
        const { code, current } = apiErrorOf(error) ?? {};
        if (code === 'CONFLICT') return isAnswer(current) ? { there: remote(current) } : 'refused';
        if (code === undefined || code === 'TOO_MANY_REQUESTS' || code === 'INTERNAL_SERVER_ERROR') throw error;
        return 'refused';
      }
    },
  };
}
