import { composerOf, messageOf, pairOf, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('a file that is dropped over the channel takes neither the page nor the text away, and is told of', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, ['Drop it here']);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await composerOf(page).fill('half a sentence');
  // What goes on beside the page begins when its reader looks elsewhere, as who fetches a file does.
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  const drop = (): Promise<boolean[]> =>
    messageOf(page, 'Drop it here').evaluate((target) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'plan.pdf', { type: 'application/pdf' }));
      return ['dragover', 'drop'].map((type) =>
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })),
      );
    });
  // An event that the page took says false: the browser then does nothing of its own.
  await expect.poll(drop).toEqual([false, false]);
  await expect(page.getByText('Files can’t be sent yet')).toBeVisible();
  await expect(composerOf(page)).toHaveValue('half a sentence');
});
