import { realtime } from '@parley/realtime/realtime';
import { userTopic } from '@parley/realtime/topics';
import { describe, expect, it } from 'vitest';
import { answerTrpc } from './answer-trpc.ts';
import { ask, BASE, errorData, servePeople, signIn } from './testing/ask.ts';

servePeople();

/** The events of a stream as they come. */
async function* eventsOf(answer: Response): AsyncGenerator<string, void, void> {
  if (!answer.body) return;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of answer.body) {
    text += decoder.decode(part, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    yield* events;
  }
}

describe('a subscription', () => {
  const presence = (userId: string) => `presence.onChange?input=${JSON.stringify({ userIds: [userId] })}`;
  const accept = { accept: 'text/event-stream' };

  it('streams events, and ends when its session does', async () => {
    const { userId, sessionId, cookie } = await signIn();
    const answer = await answerTrpc(new Request(`${BASE}/${presence(userId)}`, { headers: { ...cookie, ...accept } }));
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const events = eventsOf(answer);
    expect((await events.next()).value).toContain('connected');
    const signal = { type: 'signedOut', sessionIds: [sessionId] };
    realtime().hub.publish(userTopic(userId), JSON.stringify(signal));
    for await (const _ of events);
  });

  it('ends for the server too when the client goes', async () => {
    const { userId, cookie } = await signIn();
    const gone = new AbortController();
    const open = () => new Request(`${BASE}/${presence(userId)}`, { headers: cookie, signal: gone.signal });
    for (let count = 0; count < 200; count += 1) await answerTrpc(open());
    const tooMany = await answerTrpc(open());
    expect(tooMany.status).toBe(429);
    gone.abort();
    const again = await answerTrpc(new Request(`${BASE}/${presence(userId)}`, { headers: cookie }));
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });

  it('is refused to nobody, in a way that the asker understands', async () => {
    const { userId } = await signIn();
    expect(await ask(presence(userId))).toMatchObject({ status: 401, body: errorData('UNAUTHORIZED') });
    const events = eventsOf(await answerTrpc(new Request(`${BASE}/${presence(userId)}`, { headers: accept })));
    expect((await events.next()).value).toContain('connected');
    expect((await events.next()).value).toContain('UNAUTHORIZED');
    await events.return();
  });
});
