import { randomUUID } from 'node:crypto';
import { composerOf, cutSending, pairOf, readAll, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';
import { postOf, replyFieldOf, replyOf, sendThread, threadOf, threadPath } from '../fixtures/threads.ts';

test('a thread: opened, answered, followed, seen by others, and found in the list of threads', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { generalId } = made;
  const [question] = await sendInOrder(ana, generalId, ['Is the p95 better now?']);
  if (!question) throw new Error('It was sent.');
  await readAll(ben, generalId);
  const bens = await openAs(ben, made.channelPath(generalId));
  const anas = await openAs(ana, made.channelPath(generalId));

  await postOf(bens, 'Is the p95').hover();
  await bens.getByRole('button', { name: 'Reply in thread' }).click();
  await expect(replyFieldOf(bens)).toBeFocused();
  await expect(replyOf(bens, 'Is the p95 better now?')).toBeVisible();
  await expect(bens).toHaveURL(new RegExp(`thread=${question.id}`));
  await replyFieldOf(bens).fill('18 ms over **two million** rows');
  await replyFieldOf(bens).press('Enter');
  await expect(replyOf(bens, '18 ms over two million rows')).toBeVisible();
  await expect(threadOf(bens).getByText('1 reply')).toBeVisible();
  await expect(threadOf(bens).getByRole('button', { name: 'Following' })).toBeVisible();
  await expect(postOf(bens, '18 ms')).toHaveCount(0);

  // Its summary comes to the other live, with the mark of what is new, and so does the list of threads.
  const summary = postOf(anas, 'Is the p95').getByRole('link', { name: /1 reply/ });
  await expect(summary).toContainText('1 new');
  await expect(summary).toContainText('last reply');
  const entry = anas.getByRole('navigation').getByRole('link', { name: /^Threads/ });
  await expect(entry).toHaveAccessibleName(/unread/);
  expect((await ana.api.channel.get.query({ channelId: generalId })).membership?.unread).toBe(0);

  await summary.click();
  await expect(replyOf(anas, '18 ms over two million rows')).toBeVisible();
  await expect(threadOf(anas).getByRole('separator', { name: 'New messages' })).toBeVisible();
  await expect(summary).not.toContainText('new');
  await expect(entry).not.toHaveAccessibleName(/unread/);
  await expect.poll(async () => (await ana.api.thread.get.query({ parentId: question.id })).place.unread).toBe(0);
  await anas.goBack();
  await expect(threadOf(anas)).toHaveCount(0);

  // A reply that goes to the channel too says what it is.
  await threadOf(bens).getByLabel('Also send to #general').check();
  await replyFieldOf(bens).fill('Shipping it');
  await replyFieldOf(bens).press('Enter');
  await expect(postOf(anas, 'Shipping it')).toContainText('replied to a thread');
  await expect(threadOf(bens).getByLabel('Also send to #general')).not.toBeChecked();

  // In the list of threads, and answered there.
  await entry.click();
  const card = anas.getByRole('listitem', { name: 'Thread in #general' });
  await expect(card).toContainText('Is the p95 better now?');
  await expect(card).toContainText('Shipping it');
  await card.getByRole('button', { name: 'Reply' }).click();
  await replyFieldOf(anas).fill('Thank you');
  await replyFieldOf(anas).press('Enter');
  await expect(card.getByText('Thank you')).toBeVisible();
  await expect(replyOf(bens, 'Thank you')).toBeVisible();
  await anas.goBack();
  await expect(composerOf(anas)).toBeVisible();
});

test('replies written without a network wait in their thread, and are sent once and in order', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { parent } = await sendThread(ben, made.generalId, ['the question']);
  const page = await openAs(ana, `${made.channelPath(made.generalId)}?thread=${parent.id}`);
  await expect(replyOf(page, 'the question')).toBeVisible();
  const mend = await cutSending(page);
  for (const text of ['first', 'second', 'third']) {
    await replyFieldOf(page).fill(`${text} reply`);
    await replyFieldOf(page).press('Enter');
  }
  await expect(threadOf(page).locator('[data-pending]')).toHaveCount(3);
  await page.reload();
  await expect(threadOf(page).locator('[data-pending]')).toHaveCount(3);
  await ben.api.message.send.mutate({
    channelId: made.generalId,
    parentId: parent.id,
    body: 'meanwhile, live',
    nonce: randomUUID(),
  });
  await expect(replyOf(page, 'meanwhile, live')).toBeVisible();
  await mend();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(threadOf(page).locator('[data-pending]')).toHaveCount(0);
  const { items } = await ben.api.thread.get.query({ parentId: parent.id });
  expect(items.map(({ body }) => body)).toEqual(['meanwhile, live', 'first reply', 'second reply', 'third reply']);
});

test('at 1024 px the list of threads keeps its marks while it is open, and a thread has room beside the search', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const { parent } = await sendThread(ana, made.generalId, ['Who brings cake?']);
  await ben.api.message.send.mutate({
    channelId: made.generalId,
    body: 'I do',
    parentId: parent.id,
    nonce: randomUUID(),
  });
  const page = await openAs(ana, `/w/${made.slug}/threads`, { viewport: { width: 1024, height: 768 } });
  const card = page.getByRole('listitem', { name: /^Thread in/ });
  await expect(card).toContainText('I do');
  await expect.poll(async () => (await ana.api.thread.get.query({ parentId: parent.id })).place.unread).toBe(0);
  await expect(card).toContainText('1 new');

  await page.goto(threadPath(made, made.generalId, parent.id));
  await expect(replyOf(page, 'I do')).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  const search = page.getByRole('complementary', { name: 'Search' });
  await expect(search).toBeVisible();
  const [nav, thread, found] = await Promise.all(
    [page.getByRole('navigation', { name: 'Channels' }), threadOf(page), search].map((part) => part.boundingBox()),
  );
  if (!nav || !thread || !found) throw new Error('All three are there.');
  expect(thread.width).toBeGreaterThan(300);
  expect(Math.abs(thread.x - (nav.x + nav.width))).toBeLessThan(4);
  expect(Math.abs(thread.x + thread.width - found.x)).toBeLessThan(4);
});
