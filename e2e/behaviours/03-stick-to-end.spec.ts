import { expectWhollyVisible, fromEnd, logOf, pairOf, readAll, sendInOrder, textsOf } from '../fixtures/chat.ts';
import { expect, test } from '../fixtures/test.ts';

test('at the end, what is new and what grows stays in view', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(30));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expectWhollyVisible(page, 'line 30.0');

  for (let burst = 0; burst < 3; burst += 1) {
    const bodies = [`burst ${burst} a`, `burst ${burst} b\n${'more\n'.repeat(6)}`, `burst ${burst} c`];
    await sendInOrder(ben, made.generalId, bodies);
    await expectWhollyVisible(page, `burst ${burst} c`);
  }

  const [last] = await sendInOrder(ben, made.generalId, ['grows']);
  await expectWhollyVisible(page, 'grows');
  await ben.api.message.edit.mutate({ id: last?.id ?? '', body: `grows\n${'tall\n'.repeat(9)}its end` });
  await expect(logOf(page).getByText('its end')).toBeVisible();
  await expectWhollyVisible(page, 'its end');
  expect(await fromEnd(page)).toBe(0);
});

test('at the end, a composer that grows covers nothing', async ({ team, openAs }) => {
  const made = await team('Ana', 'Ben');
  const [ana, ben] = pairOf(made);
  await sendInOrder(ben, made.generalId, textsOf(30));
  await readAll(ana, made.generalId);
  const page = await openAs(ana, made.channelPath(made.generalId));
  await expectWhollyVisible(page, 'line 30.0');
  await page.getByRole('textbox', { name: /^Message / }).fill('one\ntwo\nthree\nfour\nfive\nsix');
  await expectWhollyVisible(page, 'line 30.0');
});
