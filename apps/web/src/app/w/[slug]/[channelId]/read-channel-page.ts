import 'server-only';
import { type DehydratedState, dehydrate } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { z } from 'zod';
import { currentCaller } from '../../../../server/current-caller.ts';
import { pageApi } from '../../../../server/page-api.ts';
import { logOfPage } from '../../../../sync/channel-log.ts';
import { channelLogKey } from '../../../../sync/channel-log-query.ts';
import { makeQueryClient } from '../../../../trpc/query-client.ts';

const PAGE = 50;

/**
 * A channel's newest messages for the browser's cache, or nothing when the viewer is not in it. Only for whole pages: a
 * browser that is already in the workspace knows more than this, and what it knows must not be replaced.
 */
export async function readChannelPage(channelId: string): Promise<DehydratedState | undefined> {
  const wholePage = (await headers()).get('accept')?.includes('text/html') === true;
  if (!wholePage || !z.uuid().safeParse(channelId).success || !(await currentCaller())) return undefined;
  try {
    const page = await (await pageApi()).message.list({ channelId, direction: 'BACKWARD', limit: PAGE });
    // A cache of its own: the layout hands out the shared one before this is there.
    const queryClient = makeQueryClient();
    queryClient.setQueryData(channelLogKey(channelId), logOfPage(page));
    return dehydrate(queryClient);
  } catch {
    return undefined;
  }
}
