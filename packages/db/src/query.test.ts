import { expect, test } from 'vitest';
import { db } from './client.ts';
import { isUniqueViolation } from './errors.ts';
import { newId } from './ids.ts';
import { prepared } from './query.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { transaction } from './transaction.ts';

useTestDatabase();

const insertWorkspace = prepared<{ id: string; createdAt: Date }>({
  name: 'test_insert_workspace',
  text: 'INSERT INTO "Workspace" (id, slug, name) VALUES ($1, $2, $3) RETURNING id, "createdAt"',
});

test('a prepared statement answers typed rows and keeps its plan on the connection', async () => {
  const id = newId();
  const rows = await insertWorkspace([id, 'one', 'One']);
  expect(rows[0]?.id).toBe(id);
  expect(rows[0]?.createdAt).toBeInstanceOf(Date);
  const names = prepared<{ name: string }>({ name: 'test_names', text: 'SELECT name FROM pg_prepared_statements' });
  expect((await names([])).map((row) => row.name)).toContainEqual(expect.stringMatching(/^test_insert_workspace_/));
});

test('a unique violation is told apart by its constraint, whoever did the insert', async () => {
  await insertWorkspace([newId(), 'taken', 'First']);
  const raw = await insertWorkspace([newId(), 'taken', 'Second']).catch((error: unknown) => error);
  const prisma = await db()
    .workspace.create({ data: { id: newId(), slug: 'taken', name: 'Third' } })
    .catch((error: unknown) => error);
  for (const error of [raw, prisma]) {
    expect(error).toBeInstanceOf(Error);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'Workspace_slug_key')).toBe(true);
    expect(isUniqueViolation(error, 'Workspace_pkey')).toBe(false);
  }
});

test('a transaction leaves nothing when its work throws', async () => {
  const failing = transaction(async (client) => {
    await insertWorkspace([newId(), 'half', 'Half'], client);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await db().workspace.count({ where: { slug: 'half' } })).toBe(0);
});
