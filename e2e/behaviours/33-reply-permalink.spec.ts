import { pairOf, readAll } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';
import { postOf, replyOf, sendThread, threadOf } from '../fixtures/threads.ts';

test('a permalink of a reply opens its thread at that reply and marks it', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const texts = Array.from({ length: 70 }, (_, index) => `reply ${index + 1}.`);
  const { parent, replies } = await sendThread(ben, made.generalId, ['the question', ...texts]);
  await readAll(ana, made.generalId);
  const early = replies[9];
  // As others write it, knowing nothing of threads.
  const page = await openAs(ana, `${made.channelPath(made.generalId)}?message=${early?.id}`);
  await expect(replyOf(page, 'reply 10.')).toHaveClass(/bg-mark/);
  await expect(replyOf(page, 'reply 10.')).toBeInViewport({ ratio: 1 });
  await expect(page).toHaveURL(new RegExp(`thread=${parent.id}&message=${early?.id}`));
  await expect(replyOf(page, 'reply 10.')).not.toHaveClass(/bg-mark/);
  await expect(postOf(page, 'the question').getByRole('link', { name: /70 replies/ })).toBeVisible();
  // Scrolls both ways: up to the question, down to the end.
  const log = threadOf(page).getByRole('log');
  await log.evaluate((element) => element.parentElement?.scrollTo(0, -100_000));
  await expect(replyOf(page, 'the question')).toBeInViewport();
  await expect(threadOf(page).getByText('70 replies')).toBeVisible();
  await log.evaluate((element) => element.parentElement?.scrollTo(0, 0));
  await expect(replyOf(page, 'reply 70.')).toBeInViewport({ ratio: 1 });
});
