import { messageOf, pairOf, sendInOrder } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('a spoiler is hidden until Enter shows it', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, ['The end: ||[they *win*](https://example.org/)||!']);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const message = messageOf(page, 'The end');
  const button = message.getByRole('button', { name: 'Show spoiler' });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(message.getByRole('link', { name: 'they win' })).toHaveCount(0);
  await button.press('Enter');
  await expect(message.getByRole('link', { name: 'they win' })).toBeVisible();
  await message.getByRole('button', { name: 'Hide' }).click();
  await expect(message.getByRole('link', { name: 'they win' })).toHaveCount(0);
});

test('a formula and a diagram are drawn only when asked for, under the policy on styles', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, [
    'Area: $$\\color{red}\\frac{a}{2}$$',
    'Wrong: $$\\frac{a$$',
    'A picture:\n```mermaid\nflowchart LR\n A[Write] --> B{Read?}\n B -- yes --> C["<img src=x onerror=alert(1)>"]\n```',
    'No picture:\n```mermaid\nnonsense\n```',
  ]);
  const page = await openAs(ana, made.channelPath(made.generalId));
  const refused: string[] = [];
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) refused.push(line.text());
  });
  const message = messageOf(page, 'Area');
  await expect(message.locator('math')).toHaveCount(0);
  await message.getByRole('button', { name: 'Show formula' }).click();
  await expect(message.locator('math mfrac')).toBeVisible();
  await expect(message.locator('math mi')).toHaveCSS('color', 'rgb(255, 0, 0)');
  await message.getByRole('button', { name: 'Show source' }).click();
  await expect(message.getByText('\\frac{a}{2}')).toBeVisible();

  const wrong = messageOf(page, 'Wrong');
  await wrong.getByRole('button', { name: 'Show formula' }).click();
  await expect(wrong.getByText('This formula can’t be shown.')).toBeVisible();

  const picture = messageOf(page, 'A picture');
  await expect(picture.locator('pre')).toContainText('A[Write] --> B{Read?}');
  await expect(picture.getByRole('img', { name: 'Diagram' })).toHaveCount(0);
  await picture.getByRole('button', { name: 'Show diagram' }).click();
  const drawn = picture.getByRole('img', { name: 'Diagram' });
  await expect(drawn).toBeVisible();
  expect(
    await drawn.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(100);
  const bright = await drawn.getAttribute('src');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(drawn).not.toHaveAttribute('src', bright ?? '');
  await picture.getByRole('button', { name: 'Show source' }).click();
  await expect(picture.locator('pre')).toBeVisible();
  const nonsense = messageOf(page, 'nonsense');
  await nonsense.getByRole('button', { name: 'Show diagram' }).click();
  await expect(nonsense.getByText('This diagram can’t be shown.')).toBeVisible();
  expect(refused).toEqual([]);
});

test('a message of every format stays within its column', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  const wide = Array.from({ length: 20 }, (_, column) => `column ${column}`).join('|');
  await sendInOrder(ben, made.generalId, [
    `Wide:\n\n${wide}\n${'-|'.repeat(19)}-\n${wide}\n\n\`\`\`ts\nconst wide = '${'x'.repeat(300)}';\n\`\`\`\n`,
    `Long: ${'word'.repeat(100)} https://example.org/${'path/'.repeat(60)} $$${'x+'.repeat(200)}x$$`,
    '# Plan\n1. one\n   - [x] done\n   - [ ] to do\n2. two\n\n> quoted\n> > deeper\n\n~~old~~ ~new~ **both *and***',
  ]);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await messageOf(page, 'Long').getByRole('button', { name: 'Show formula' }).click();
  await expect(messageOf(page, 'Long').locator('math')).toBeVisible();
  await expect(messageOf(page, 'Wide').getByRole('button', { name: 'Copy code' })).toHaveCount(1);
  await expect(messageOf(page, 'Plan').getByRole('checkbox', { name: 'Done', exact: true })).toBeChecked();
  for (const text of ['Wide', 'Long', 'Plan']) {
    const beyond = await messageOf(page, text).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  }
});
