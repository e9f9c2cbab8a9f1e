import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHttpDoor, requestOf } from '../../src/testing/matrix/http-door.ts';
import { makeScene, type Scene } from '../../src/testing/matrix/scene.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createTestRealtime } from '../realtime.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const door = openHttpDoor(realtime);
const errors = z.array(z.looseObject({ error: z.looseObject({ data: z.looseObject({ code: z.string() }) }) }));
let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(realtime);
});

const token = () => scene.cast.tokens.owner;

/** Sends a path as it is, and answers the status and each call's code. */
async function ask(path: string, type: 'query' | 'mutation', input: unknown = {}, query = 'batch=1') {
  const response = await door(requestOf(path, { type, input, token: token() }, query));
  const body: unknown = await response.json();
  const answers = errors.parse(Array.isArray(body) ? body : [body]);
  return { status: response.status, codes: answers.map(({ error }) => error.data.code) };
}

describe('a path that leads nowhere is NOT_FOUND', () => {
  it.each([
    '',
    '.',
    '..',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'message',
    'message.',
    '.send',
    'message.__proto__',
    'message.send.constructor',
    'message..send',
    'message.send.',
    '_def',
    '_def.procedures',
    'createCaller',
    'Message.send',
    'message%00.send',
    'message/send',
    '%2e%2e%2fmessage.send',
    '🙂',
    'x'.repeat(4000),
  ])('%.40s', async (path) => {
    for (const type of ['query', 'mutation'] as const) {
      expect(await ask(path, type, {}, '')).toMatchObject({ status: 404, codes: ['NOT_FOUND'] });
      expect((await ask(path, type)).codes).toEqual(['NOT_FOUND']);
    }
  });

  it('one that cannot even be read is BAD_REQUEST', async () => {
    expect(await ask('%', 'query', {}, '')).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    expect(await ask('%ff', 'query', {}, '')).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });
});

describe('a batch', () => {
  const message = () => ({ channelId: scene.privateChannel.id, body: 'one of many', nonce: newId() });

  it('does what can be done of it, and refuses the rest', async () => {
    const paths = 'message.send,__proto__,,message.nothing,constructor';
    const inputs = { 0: message(), 1: message(), 2: message(), 3: message(), 4: message() };
    const response = await door(requestOf(paths, { type: 'mutation', input: inputs, token: token() }, 'batch=1'));
    const [sent, ...rest] = z.array(z.unknown()).parse(await response.json());
    expect(sent).toMatchObject({ result: { data: { body: 'one of many' } } });
    expect(errors.parse(rest).map(({ error }) => error.data.code)).toEqual(Array(4).fill('NOT_FOUND'));
    expect(response.status).toBe(207);
  });

  it('holds twenty calls and not one more', async () => {
    const many = (count: number) => Array(count).fill('message.get').join(',');
    expect(await ask(many(20), 'query')).toMatchObject({ codes: Array(20).fill('BAD_REQUEST') });
    expect(await ask(many(21), 'query')).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
    expect(await ask(many(5000), 'query')).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });

  it.each([
    null,
    7,
    'text',
    true,
    [],
    [[]],
    { a: 1 },
    { 0: null },
    { 0: [] },
    { 99: {} },
    { __proto__: {} },
    { length: 9 },
  ])('whose inputs are %j is BAD_REQUEST', async (input) => {
    for (const path of ['message.get', 'message.get,channel.get']) {
      const { codes } = await ask(path, 'query', input);
      expect(codes).toEqual(codes.map(() => 'BAD_REQUEST'));
    }
  });

  it('does not mix kinds, and holds no subscription', async () => {
    expect((await ask('message.get,message.send', 'query')).codes).toEqual(['BAD_REQUEST']);
    expect((await ask('message.onChange', 'query')).codes).toEqual(['BAD_REQUEST']);
  });

  it('is not asked for by the wrong method', async () => {
    expect(await ask('message.send', 'query', message(), '')).toMatchObject({ status: 405 });
    expect(await ask('message.get', 'mutation', { id: newId() }, '')).toMatchObject({ status: 405 });
  });

  it.each(['{', 'null', '[]', '{"a":1}', '{"token":{}}', '"x"', ''])(
    'with %s as connection parameters',
    async (params) => {
      const url = `connectionParams=${encodeURIComponent(params)}`;
      const response = await door(requestOf('account.me', { type: 'query', input: undefined, token: token() }, url));
      expect(response.status === 200 || response.status === 400).toBe(true);
    },
  );
});

describe('a place to go on from that is none', () => {
  const places = [
    '-1',
    '1.5',
    '1e3',
    'NaN',
    'Infinity',
    '99999999999',
    '2147483648',
    '0x1',
    ' 1',
    '',
    '__proto__',
    '\0',
    '１',
  ];

  it.each(places)('%j is BAD_REQUEST', async (lastEventId) => {
    const input = { channelId: scene.privateChannel.id, lastEventId };
    const ask = requestOf('message.onChange', { type: 'subscription', input, token: token() });
    expect(await codeOf(await door(ask))).toBe('BAD_REQUEST');
  });

  it.each(['-1', 'abc', '9'.repeat(400), '%00'])(
    '%j in the header or the address is BAD_REQUEST',
    async (lastEventId) => {
      const input = { channelId: scene.privateChannel.id };
      const plain = requestOf('message.onChange', { type: 'subscription', input, token: token() });
      const headers = new Headers(plain.headers);
      headers.set('last-event-id', lastEventId);
      expect(await codeOf(await door(new Request(plain, { headers })))).toBe('BAD_REQUEST');
      const url = `${plain.url}&lastEventId=${encodeURIComponent(lastEventId)}`;
      expect(await codeOf(await door(new Request(url, plain)))).toBe('BAD_REQUEST');
    },
  );

  it('a number that the channel has not reached asks to read anew', async () => {
    const input = { channelId: scene.privateChannel.id, lastEventId: '2147483647' };
    const ask = requestOf('message.onChange', { type: 'subscription', input, token: token() });
    expect(await codeOf(await door(ask))).toBe('PRECONDITION_FAILED');
  });

  async function codeOf(response: Response): Promise<string | undefined> {
    return /serialized-error\ndata: .*"code":"(\w+)"/.exec(await response.text())?.[1];
  }
});
