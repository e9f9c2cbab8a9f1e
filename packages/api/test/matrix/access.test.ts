import { useTestDatabase } from '@parley/db/testing/test-database';
import { describe, expect, it } from 'vitest';
import { TableCheck } from '../../src/testing/matrix/check-procedure.ts';
import { httpBatch, httpSingle, openHttpDoor } from '../../src/testing/matrix/http-door.ts';
import { allProcedures } from '../../src/testing/matrix/procedures.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createTestRealtime } from '../realtime.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const door = openHttpDoor(realtime);
const procedures = allProcedures();
const check = new TableCheck(realtime);

describe('whoever asks is answered as the table says, of what may not be known as of what does not exist', () => {
  it.each(procedures.map((procedure) => [procedure.path, procedure] as const))('%s over HTTP', async (_, procedure) => {
    expect(await check.check(procedure, httpSingle(door))).toEqual([]);
  });

  const batched = procedures.filter(({ type }) => type !== 'subscription');
  it.each(batched.map((procedure) => [procedure.path, procedure] as const))('%s in a batch', async (_, procedure) => {
    expect(await check.check(procedure, httpBatch(door))).toEqual([]);
  });
});
