import type { Locator } from '@playwright/test';
import { composerOf, pairOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

/** Pastes as a browser would: what the page leaves alone goes into the field as plain text. */
const paste = (field: Locator, data: Record<string, string>, picture = false): Promise<void> =>
  field.evaluate(
    (element, { given, withPicture }) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
      if (withPicture) clipboardData.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (element.dispatchEvent(event)) document.execCommand('insertText', false, clipboardData.getData('text/plain'));
    },
    { given: data, withPicture: picture },
  );

test('an address over a selection makes a link, formatted text becomes Markdown, and a long text is offered a form', async ({
  team,
  openAs,
}) => {
  const made = await team('Ana', 'Ben');
  const [ana] = pairOf(made);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const field = composerOf(page);
  const rich = {
    'text/plain': 'Bold and a link',
    'text/html': '<p><b>Bold</b> and <a href="https://a.test/">a link</a></p>',
  };

  await field.fill('see the plan');
  await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 12));
  await paste(field, { 'text/plain': 'https://a.test/plan' });
  await expect(field).toHaveValue('see [the plan](https://a.test/plan)');

  await field.fill('');
  await paste(field, rich);
  await expect(field).toHaveValue('**Bold** and [a link](https://a.test/)');
  await field.fill('');
  await field.dispatchEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true });
  await paste(field, rich);
  await expect(field).toHaveValue('Bold and a link');

  // Of other programs: tables, tasks, a document's styles, and addresses that lead nowhere here.
  const shapes: readonly (readonly [html: string, markdown: string])[] = [
    [
      '<table><tr><th>Name</th><th>Cost</th></tr><tr><td><b>Tea</b></td><td>3 | 4</td></tr><tr><td>Milk</td></tr></table>',
      '| Name | Cost |\n| --- | --- |\n| **Tea** | 3 \\| 4 |\n| Milk |  |',
    ],
    [
      '<ul><li><input type="checkbox" checked> done</li><li><p>open <b>end</b></p></li></ul>',
      '- [x] done\n- open **end**',
    ],
    ['<pre>a *star*\n  and more</pre>', '```\na *star*\n  and more\n```'],
    ['<b style="font-weight:normal"><p>snake_case, 2 * 3 [draft]</p></b>', 'snake_case, 2 * 3 [draft]'],
    [
      '<p><span style="font-weight:700">Bold</span> <a href="javascript:x()">no</a> <a href="/b">nor</a></p>',
      '**Bold** no nor',
    ],
  ];
  for (const [html, markdown] of shapes) {
    await field.fill('');
    await paste(field, { 'text/plain': 'in plain', 'text/html': html });
    await expect(field).toHaveValue(markdown);
  }

  await field.fill('kept');
  await paste(field, {}, true);
  await expect(page.getByText('Pictures can’t be sent yet')).toBeVisible();
  await expect(field).toHaveValue('kept');

  await field.fill('');
  const long = 'a line of a log\n'.repeat(300);
  await paste(field, { 'text/plain': long });
  await page.getByRole('button', { name: 'Put it in a code block' }).click();
  await expect(field).toHaveValue(`\`\`\`\n${long}\`\`\`\n`);
});
