import { db } from '@parley/db/client';
import { createTestDatabase } from '@parley/db/testing/test-database';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { type Visitor, visit } from '../../test/visitor.ts';

const first = {
  workspaceName: 'Müller & Söhne',
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'a long quiet river',
};
const second = { ...first, workspaceName: 'Another', displayName: 'Charles', email: 'charles@example.com' };
const alreadySetUp = { code: 'CONFLICT', cause: { reason: 'ALREADY_SET_UP' } };

let visitor: Visitor;
let drop: () => Promise<void>;

beforeEach(async () => {
  vi.stubEnv('SIGNUP', 'invite');
  ({ drop } = await createTestDatabase());
  visitor = visit(createTestRealtime());
});

afterEach(() => drop());

describe('setting a server up', () => {
  it('makes the first person, who owns a workspace with #general', async () => {
    expect(await visitor.auth.status()).toEqual({ needsSetup: true, signup: 'invite' });
    const { workspaceId, slug } = await visitor.auth.setup(first);
    expect(slug).toBe('muller-sohne');
    expect(await visitor.auth.status()).toEqual({ needsSetup: false, signup: 'invite' });
    const members = await db().member.findMany({ include: { user: true, workspace: true } });
    expect(members).toMatchObject([
      { role: 'OWNER', user: { email: first.email }, workspace: { id: workspaceId, name: first.workspaceName } },
    ]);
    const places = await db().channelMember.findMany({ include: { channel: true } });
    expect(places).toMatchObject([{ role: 'OWNER', channel: { workspaceId, name: 'general', isDefault: true } }]);
    const { accessToken } = await visitor.auth.token({ email: first.email, password: first.password });
    expect(await visit(createTestRealtime(), { accessToken }).account.me()).toMatchObject({
      displayName: 'Ada Lovelace',
    });
  });

  it('is won by one of two visitors, and nothing is left of the other', async () => {
    const visits = [first, second].map((input) => visit(createTestRealtime()).auth.setup(input));
    const answers = await Promise.allSettled(visits);
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject(alreadySetUp);
    expect([await db().user.count(), await db().workspace.count(), await db().channel.count()]).toEqual([1, 1, 1]);
  });

  it('is refused once there is anybody', async () => {
    await visitor.auth.setup(first);
    await expect(visitor.auth.setup(second)).rejects.toMatchObject(alreadySetUp);
  });

  it('leaves nothing behind when it cannot be done', async () => {
    await expect(visitor.auth.setup({ ...first, password: 'password1' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await visitor.auth.status()).toMatchObject({ needsSetup: true });
  });

  it('may be preceded by an account, while there is no workspace', async () => {
    const { email, displayName, password } = first;
    await visitor.auth.register({ email, displayName, password });
    await expect(visitor.auth.setup(second)).rejects.toMatchObject(alreadySetUp);
  });
});
