import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { unlimited } from '../../src/testing/unlimited.ts';
import { codesOf } from '../codes.ts';
import { createTestRealtime } from '../realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let workspaceId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
});

/** Two spellings of one name: whoever comes second is told so. */
const same: ReadonlyArray<readonly [string, string]> = [
  ['budget', 'BUDGET'],
  ['café', 'cafe\u0301'],
  ['ﬁnance', 'finance'],
  ['ｓａｌｅｓ', 'sales'],
  ['straße', 'STRASSE'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['tea m', 'tea\u00a0 m'],
  ['ops', 'o\u200dps'],
  ['℃', '°c'],
];

/** Names that hide something, or are nothing to look at. */
const invisible: ReadonlyArray<readonly [string, string]> = [
  ['an override', 'safe\u202etxt'],
  ['an isolate', 'a\u2066b\u2069'],
  ['a mark of direction', 'a\u200fb'],
  ['a zero-width space', 'a\u200bb'],
  ['a soft hyphen', 'a\u00adb'],
  ['a word joiner', 'a\u2060b'],
  ['a byte-order mark', '\ufeffa'],
  ['a line break', 'a\nb'],
  ['a tab', 'a\tb'],
  ['a separator of lines', 'a\u2028b'],
  ['NUL', 'a\0b'],
  ['an escape', 'a\u001b[1m'],
  ['a Hangul filler', 'a\u3164b'],
  ['a blank of Braille', '\u2800'],
  ['a grapheme joiner', 'a\u034fb'],
  ['a Mongolian vowel separator', 'a\u180eb'],
  ['a supplementary variation', 'a\u{e0100}b'],
  ['a tag', 'a\u{e0041}'],
  ['nothing but a joiner', '\u200d'],
  ['nothing but a variation', '\ufe0f'],
  ['nothing but white space', ' \u00a0\u3000 '],
];

describe('two channels of a workspace cannot be taken for each other', () => {
  it.each(same)('%s and %s', async (first, second) => {
    const { id } = await ana.call.channel.create({ workspaceId, name: first });
    await expect(ana.call.channel.create({ workspaceId, name: second })).rejects.toMatchObject({ code: 'CONFLICT' });
    const other = await ana.call.channel.create({ workspaceId, name: `other than ${id}` });
    const renamed = ana.call.channel.update({ channelId: other.id, name: second });
    await expect(renamed).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('and one keeps its own name, spelt in another way', async () => {
    const { id } = await ana.call.channel.create({ workspaceId, name: 'own' });
    await expect(ana.call.channel.update({ channelId: id, name: 'OWN' })).resolves.toMatchObject({ name: 'OWN' });
  });
});

describe('names hide nothing', () => {
  it.each(invisible)('with %s', async (_, name) => {
    const calls = [
      ana.call.channel.create({ workspaceId, name }),
      ana.call.workspace.create({ name, slug: 'hidden' }),
      ana.call.workspace.update({ workspaceId, name }),
      ana.call.account.update({ displayName: name }),
      ana.call.account.update({ handle: name }),
    ];
    expect(await codesOf(calls)).toEqual(calls.map(() => 'BAD_REQUEST'));
  });

  it('but may be written in any script, and with emoji', async () => {
    for (const name of ['日本語', 'می‌خواهم', 'क्‍ष', '👩🏽‍🚀 crew', '☂️ rain', 'שלום', 'Ελλάδα', 'naïve café']) {
      await expect(ana.call.channel.create({ workspaceId, name })).resolves.toMatchObject({ name });
    }
  });
});

describe('two handles cannot be taken for each other', () => {
  it.each([
    ['maria', 'MARIA'],
    ['maria', 'm\u0430ria'],
    ['paypal', 'р\u0430ypal'],
    ['oliver', '0liver'],
    ['lea', '1ea'],
    ['jose\u0301', 'josé'],
    ['ｗｉｄｅ', 'wide'],
    ['οδος', 'οδοσ'],
    ['groß', 'GROSS'],
  ])('%s and %s', async (first, second) => {
    await ana.call.account.update({ handle: first });
    const taken = ben.call.account.update({ handle: second });
    await expect(taken).rejects.toMatchObject({ code: 'CONFLICT', cause: { reason: 'HANDLE_TAKEN' } });
    await expect(ana.call.account.update({ handle: first })).resolves.toMatchObject({ id: ana.user.id });
  });

  it.each(['channel', 'HERE', 'everyone', 'Ａll', '@here'])('%s is nobody', async (handle) => {
    await expect(ana.call.account.update({ handle })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
