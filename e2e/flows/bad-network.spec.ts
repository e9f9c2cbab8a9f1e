import { composerOf, messageOf, pairOf, say } from '../fixtures/chat.ts';
import { startParley } from '../fixtures/parley-server.ts';
import { expectLive, expectMessages } from '../fixtures/talk.ts';
import { makeTeam, sendMessages } from '../fixtures/team.ts';
import { expect, test } from '../fixtures/test.ts';

test('somebody who was offline for a while catches up, and so do the others', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [anaPerson, benPerson] = pairOf(made);
  const ana = await openAs(anaPerson, made.channelPath(made.generalId));
  const ben = await openAs(benPerson, made.channelPath(made.generalId));
  await say(ana, 'line 1');
  await expectMessages(ben, 'line', ['line 1']);

  await ben.context().setOffline(true);
  await sendMessages(anaPerson, made.generalId, ['line 2', 'line 3']);
  await say(ben, 'line 4');
  await say(ben, 'line 5');
  await expect(messageOf(ben, 'line 5')).toBeVisible();
  await expectMessages(ana, 'line', ['line 1', 'line 2', 'line 3']);
  await ben.context().setOffline(false);

  const all = ['line 1', 'line 2', 'line 3', 'line 4', 'line 5'];
  await expectMessages(ana, 'line', all);
  await expectMessages(ben, 'line', all);
  await ben.reload();
  await expectMessages(ben, 'line', all);
});

test('where WebSockets are blocked, messages come all the same', async ({ team, openAs }) => {
  test.slow();
  const made = await team('Ana', 'Ben');
  const [anaPerson, benPerson] = pairOf(made);
  const ana = await openAs(anaPerson, '/health/live');
  await ana.routeWebSocket(/\/ws(\?|$)/, (socket) => socket.close());
  await ana.goto(made.channelPath(made.generalId));
  await expect(composerOf(ana)).toBeVisible();
  await expectLive(ana, benPerson, made.generalId);
  await expect(ana.getByText('Can’t reach the server')).toBeHidden();

  const ben = await openAs(benPerson, made.channelPath(made.generalId));
  await say(ana, 'line 1');
  await expectMessages(ben, 'line', ['line 1']);
  await say(ben, 'line 2');
  await expectMessages(ana, 'line', ['line 1', 'line 2']);
});

test('a server that crashes in the middle of a talk loses and doubles nothing', async ({ openAs }) => {
  test.slow();
  const server = await startParley();
  try {
    const made = await makeTeam(server.url, ['Ana', 'Ben']);
    const [anaPerson, benPerson] = pairOf(made);
    const at = { baseURL: server.url };
    const ana = await openAs(anaPerson, made.channelPath(made.generalId), at);
    const ben = await openAs(benPerson, made.channelPath(made.generalId), at);
    await say(ana, 'line 1');
    await expectMessages(ben, 'line', ['line 1']);

    await say(ana, 'line 2');
    await server.crash();
    await say(ana, 'line 3');
    await say(ana, 'line 4');
    await expect(messageOf(ana, 'line 4')).toBeVisible();
    await server.resume();
    await say(ana, 'line 5');

    const all = ['line 1', 'line 2', 'line 3', 'line 4', 'line 5'];
    await expectMessages(ana, 'line', all);
    await expectMessages(ben, 'line', all);
    await ben.reload();
    await expectMessages(ben, 'line', all);
  } finally {
    await server.stop();
  }
});
