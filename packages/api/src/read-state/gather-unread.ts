import { type ReadState, readUnread } from './unread.ts';

const gatherMs = 20;
const maxGathered = 5_000;

interface Waiting {
  readonly resolve: (state: ReadState | null) => void;
  readonly reject: (error: unknown) => void;
}

let waiting = new Map<string, Waiting[]>();
let timer: NodeJS.Timeout | null = null;

/**
 * The read state of one person in one channel, or null for a non-member. All that is asked within 20 ms by the inboxes
 * of this process becomes one query.
 */
export function gatherUnread(userId: string, channelId: string): Promise<ReadState | null> {
  return new Promise((resolve, reject) => {
    const key = `${userId} ${channelId}`;
    const others = waiting.get(key);
    if (others) others.push({ resolve, reject });
    else waiting.set(key, [{ resolve, reject }]);
    timer ??= setTimeout(flush, gatherMs);
  });
}

function flush(): void {
  timer = null;
  const asked = [...waiting];
  waiting = new Map();
  for (let start = 0; start < asked.length; start += maxGathered) void answer(asked.slice(start, start + maxGathered));
}

async function answer(asked: ReadonlyArray<[string, Waiting[]]>): Promise<void> {
  const places = asked.map(([key]) => {
    const [userId = '', channelId = ''] = key.split(' ');
    return { userId, channelId };
  });
  try {
    const states = new Map((await readUnread(places)).map((state) => [`${state.userId} ${state.channelId}`, state]));
    for (const [key, callers] of asked) for (const caller of callers) caller.resolve(states.get(key) ?? null);
  } catch (error) {
    for (const [, callers] of asked) for (const caller of callers) caller.reject(error);
  }
}
