import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type HttpDoor, httpSingle, openHttpDoor, requestOf } from '../../src/testing/matrix/http-door.ts';
import { allProcedures, type ProcedureFacts } from '../../src/testing/matrix/procedures.ts';
import { makeScene, type Scene } from '../../src/testing/matrix/scene.ts';
import { casesOf } from '../../src/testing/matrix/table.ts';
import { readEnvelope } from '../../src/testing/matrix/transport.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createTestRealtime } from '../realtime.ts';
import { badValues } from './bad-values.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const door: HttpDoor = openHttpDoor(realtime);
const http = httpSingle(door);
const procedures = allProcedures();
const named = procedures.map((procedure) => [procedure.path, procedure] as const);
let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(realtime);
});

async function goodInput(path: string): Promise<Record<string, unknown>> {
  const given = await casesOf(path)[0]?.input(scene, 'owner');
  return z.looseObject({}).default({}).parse(given);
}

/** Sends a value as the input and answers the code. */
async function codeOf({ path, type }: ProcedureFacts, input: unknown): Promise<string> {
  return (await http.call({ path, type, input, token: scene.cast.tokens.owner })).code;
}

describe('a value that does not fit is BAD_REQUEST', () => {
  it.each(named)('in every property of %s', async (path, procedure) => {
    const good = await goodInput(path);
    const taken: string[] = [];
    for (const [key, values] of procedure.input ? badValues(procedure.input) : []) {
      for (const value of values) {
        const code = await codeOf(procedure, { ...good, [key]: value });
        if (code !== 'BAD_REQUEST') taken.push(`${key}: ${JSON.stringify(value).slice(0, 60)} was answered ${code}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it.each(named)('in place of the whole input of %s', async (_, procedure) => {
    const empty = [undefined, null, {}].filter((whole) => procedure.input?.safeParse(whole).success === false);
    const wholes: unknown[] = [[], [1], 'text', '', 7, true, '\0', { '': '' }, ...empty];
    const codes = await Promise.all(wholes.map((whole) => codeOf(procedure, whole)));
    expect(codes).toEqual(wholes.map(() => 'BAD_REQUEST'));
  });
});

describe('keys that objects are made of', () => {
  it.each(named)('change nothing and are not taken by %s', async (path, { type, input }) => {
    const good = JSON.stringify(await goodInput(path)).slice(1, -1);
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const json = `{${good}${good === '' ? '' : ','}"${key}":{"polluted":"yes","isAdmin":true}}`;
      const { code } = await sendJson({ path, type, json });
      expect({ key, code }).toEqual({ key, code: 'BAD_REQUEST' });
    }
    expect(input).not.toBeNull();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect('isAdmin' in {}).toBe(false);
  });
});

/** Sends a text as it is where the input's JSON stands. */
async function sendJson({ path, type, json }: { path: string; type: ProcedureFacts['type']; json: string }) {
  const sample = requestOf(path, { type, input: 0, token: scene.cast.tokens.owner });
  const { headers, method } = sample;
  const url = new URL(sample.url);
  if (type !== 'mutation') url.searchParams.set('input', json);
  const body = type === 'mutation' ? { body: json } : {};
  const request = new Request(url, { method, headers, ...body });
  if (type === 'subscription') {
    const text = await (await door(request)).text();
    return { code: /"code":"(\w+)"/.exec(text)?.[1] ?? text };
  }
  const response = await door(request);
  return readEnvelope(await response.json(), response.status);
}

describe('JSON that is none', () => {
  const broken = ['{', '{"a":}', 'undefined', "{'a':1}", '\0', '{"a":1e999', '"', 'NaN', '{}}'];
  it.each(named)('is BAD_REQUEST for %s', async (path, { type }) => {
    for (const json of broken) {
      const { code } = await sendJson({ path, type, json });
      expect({ json, code }).toEqual({ json, code: 'BAD_REQUEST' });
    }
  });

  it('numbers beyond all numbers, and nests without end, are refused', async () => {
    const { id: channelId } = scene.privateChannel;
    const path = 'channel.markRead';
    const type = 'mutation';
    for (const number of ['1e309', '-1e309', '9007199254740993', '1.0000000001', '-0.1']) {
      const { code } = await sendJson({ path, type, json: `{"channelId":"${channelId}","seq":${number}}` });
      expect({ number, code }).toEqual({ number, code: 'BAD_REQUEST' });
    }
    const deep = `{"channelId":${'['.repeat(100_000)}${']'.repeat(100_000)},"seq":1}`;
    expect((await sendJson({ path, type, json: deep })).code).toBe('BAD_REQUEST');
  });
});
