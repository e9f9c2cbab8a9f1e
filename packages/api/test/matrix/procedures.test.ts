import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { httpSingle, openHttpDoor } from '../../src/testing/matrix/http-door.ts';
import { allProcedures } from '../../src/testing/matrix/procedures.ts';
import { makeScene, type Scene } from '../../src/testing/matrix/scene.ts';
import { casesOf, publicProcedures, table } from '../../src/testing/matrix/table.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createTestRealtime } from '../realtime.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const http = httpSingle(openHttpDoor(realtime));
const procedures = allProcedures();
const strictObject = z.looseObject({ type: z.literal('object'), additionalProperties: z.literal(false) });
let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(realtime);
});

describe('every procedure', () => {
  it('stands in the table, and the table names no other', () => {
    expect(procedures.length).toBeGreaterThan(40);
    for (const { path } of procedures) expect(casesOf(path).length).toBeGreaterThan(0);
    expect(Object.keys(table).sort()).toEqual(procedures.map(({ path }) => path).sort());
  });

  it('says so when a procedure is missing', () => {
    expect(() => casesOf('channel.paint')).toThrow(/channel\.paint has no row in the access matrix\. Add one to/);
    expect(() => casesOf('constructor')).toThrow(/no row/);
  });

  it.each(procedures.map((procedure) => [procedure.path, procedure] as const))(
    '%s states its limit, its input and its output',
    (_, { limit, input, hasOutput }) => {
      expect(limit).not.toBeNull();
      expect(hasOutput).toBe(true);
      expect(input).not.toBeNull();
    },
  );

  it('needs a session, but for those that are listed', async () => {
    const open: string[] = [];
    for (const { path, type } of procedures) {
      const input = await casesOf(path)[0]?.input(scene, 'signedOut');
      const { code, body } = await http.call({ path, type, input, token: null });
      if (code !== 'UNAUTHORIZED' || !JSON.stringify(body).includes('"NO_SESSION"')) open.push(path);
    }
    expect(open.sort()).toEqual([...publicProcedures].sort());
  });
});

describe('an input', () => {
  it.each(procedures.map((procedure) => [procedure.path, procedure] as const))(
    '%s takes what it knows and nothing else',
    async (path, { type, input }) => {
      const schema = z.toJSONSchema(input ?? z.any(), { io: 'input', unrepresentable: 'any' });
      const forms = schema.anyOf ?? [schema];
      const objects = forms.filter((form) => z.looseObject({ type: z.literal('object') }).safeParse(form).success);
      expect(objects.map((form) => strictObject.safeParse(form).success)).toEqual([true]);
      const given = await casesOf(path)[0]?.input(scene, 'owner');
      const more = { ...z.looseObject({}).optional().parse(given), seq: 1, isAdmin: true };
      const answer = await http.call({ path, type, input: more, token: scene.cast.tokens.owner });
      expect(answer).toMatchObject({ code: 'BAD_REQUEST', body: { data: { reason: 'INPUT' } } });
    },
  );
});
