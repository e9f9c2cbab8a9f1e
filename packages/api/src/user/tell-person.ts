import { prepared } from '@parley/db/query';
import type { User, WorkspaceSignal } from '@parley/realtime/events';
import type { Realtime } from '@parley/realtime/realtime';
import { workspaceTopic } from '@parley/realtime/topics';

const workspacesOf = prepared<{ workspaceId: string }>({
  name: 'user_workspaces',
  text: `SELECT "workspaceId" FROM "Member" WHERE "userId" = $1`,
});

/**
 * Tells the workspaces of a person how they look from now on. Whoever listens asks for each viewer whether they may know
 * of that person.
 */
export async function tellPersonChanged(realtime: Realtime, user: User): Promise<void> {
  const signal: WorkspaceSignal = { type: 'personChanged', user };
  const payload = JSON.stringify(signal);
  for (const { workspaceId } of await workspacesOf([user.id])) {
    realtime.hub.publish(workspaceTopic(workspaceId), payload);
  }
}
