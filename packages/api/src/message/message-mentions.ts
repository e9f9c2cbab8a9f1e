import type { Message } from '@parley/realtime/shapes';

const person = /<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>/g;

/** Whom a body speaks to: people as `<@id>`, everyone as `<!channel>` or `<!here>`. */
export function mentionsIn(body: string): Message['mentions'] {
  const userIds = new Set<string>();
  for (const [, userId] of body.matchAll(person)) if (userId) userIds.add(userId);
  return { userIds: [...userIds], channel: body.includes('<!channel>'), here: body.includes('<!here>') };
}
