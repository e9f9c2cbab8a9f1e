import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { unlimited } from '../../src/testing/unlimited.ts';
import { codesOf } from '../codes.ts';
import { createTestRealtime } from '../realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
let ana: Person;
let workspaceId: string;
let channelId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ({ id: workspaceId, generalId: channelId } = await makeWorkspace(ana));
});

const send = (body: string) => ana.call.message.send({ channelId, body, nonce: newId() });

describe('valid text comes back as it went in', () => {
  it.each([
    ['emoji of several parts', '👩🏽‍🚀🏳️‍🌈👨‍👩‍👧‍👦🇺🇳'],
    ['composed and decomposed letters', 'é e\u0301 ﬁ Å \u212b'],
    ['right to left, with marks', 'שלום \u202eabc\u202c \u200f'],
    ['characters that nobody uses', '\ufffe\uffff\u{1fffe}\u{10ffff}\ue000'],
    ['white space', '  a\t\r\n\n b\u00a0\u2003 '],
    ['joiners and variation', 'क्‍ष می‌خواهم ☂︎☂️'],
    ['control characters', 'bell \u0007 escape \u001b[31m delete \u007f c1 \u0085'],
    ['what other languages mean something by', `<script>alert('x')</script> ' " \\ %00 {{7*7}} \${x} -- ; DROP TABLE`],
    ['stacked marks', `Z${'\u0351'.repeat(500)}`],
  ])('%s', async (_, body) => {
    const sent = await send(body);
    expect(sent.body).toBe(body);
    expect((await ana.call.message.get({ id: sent.id })).body).toBe(body);
    expect((await ana.call.message.list({ channelId, limit: 1 })).items[0]?.body).toBe(body);
    const { items } = await ana.call.message.changes({ channelId, sinceSeq: sent.seq - 1 });
    expect(items[0]?.event).toMatchObject({ type: 'message', message: { body } });
  });
});

describe('a text’s length is counted in code points', () => {
  it.each([
    ['one byte each', 'x'],
    ['four bytes each', '👋'],
  ])('%s', async (_, character) => {
    const longest = character.repeat(40_000);
    expect((await send(longest)).body).toBe(longest);
    await expect(send(longest + character)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('in topics, names and titles as well', async () => {
    const { id } = await ana.call.channel.create({ workspaceId, name: '👋'.repeat(80), topic: '👋'.repeat(250) });
    const tooLong = [
      ana.call.channel.update({ channelId: id, name: '👋'.repeat(81) }),
      ana.call.channel.update({ channelId: id, topic: '👋'.repeat(251) }),
      ana.call.channel.update({ channelId: id, description: 'x'.repeat(2001) }),
      ana.call.account.update({ displayName: 'x'.repeat(81) }),
      ana.call.account.update({ title: 'x'.repeat(81) }),
      ana.call.account.update({ handle: 'x'.repeat(33) }),
      ana.call.workspace.update({ workspaceId, name: 'x'.repeat(81) }),
      ana.call.workspace.update({ workspaceId, slug: 'x'.repeat(49) }),
    ];
    expect(new Set(await codesOf(tooLong))).toEqual(new Set(['BAD_REQUEST']));
  });
});

describe('moments', () => {
  const odd = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59.999999999+00:01'];

  it.each(odd)('%s is a moment as any other', async (moment) => {
    const page = await ana.call.message.list({ channelId, around: moment });
    expect(page.items.length).toBeGreaterThanOrEqual(0);
    const muted = await ana.call.channel.setNotifications({ channelId, level: 'ALL', mutedUntil: moment });
    expect(muted.membership?.mutedUntil).not.toBeNull();
    const invite = ana.call.workspace.invite({ workspaceId, expiresAt: moment });
    await expect(invite).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it.each([
    '2024-02-30T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-01-01',
    '9999-12-31T23:59:59-00:01',
    '0000-01-01T00:00:00+00:01',
    `2024-01-01T00:00:00.${'1'.repeat(9999)}Z`,
    'now',
  ])('%.30s is none', async (moment) => {
    await expect(ana.call.message.list({ channelId, around: moment })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const muted = ana.call.channel.setNotifications({ channelId, level: 'ALL', mutedUntil: moment });
    await expect(muted).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
