import { composerOf, pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';
import { replyFieldOf, sendThread, threadPath } from '../fixtures/threads.ts';

test('what is typed in a thread stays there, apart from its channel and other threads', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { generalId } = made;
  const one = await sendThread(ben, generalId, ['one question', 'an answer']);
  const other = await sendThread(ben, generalId, ['another question', 'its answer']);
  const page = await openAs(ana, threadPath(made, generalId, one.parent.id));
  await replyFieldOf(page).fill('half a reply');
  await composerOf(page).fill('half a message');
  await page.goto(threadPath(made, generalId, other.parent.id));
  await expect(replyFieldOf(page)).toHaveValue('');
  await expect(composerOf(page)).toHaveValue('half a message');
  await page.goto(threadPath(made, generalId, one.parent.id));
  await expect(replyFieldOf(page)).toHaveValue('half a reply');
  await page.reload();
  await expect(replyFieldOf(page)).toHaveValue('half a reply');
});
