import { tinyPng } from '@parley/api/testing/tiny-pictures';
import { newId } from '@parley/db/ids';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { answerEmoji } from './answer-emoji.ts';
import { post, servePeople, signIn } from './testing/ask.ts';

servePeople();

const made = z.looseObject({
  result: z.object({ data: z.looseObject({ id: z.string(), url: z.string().optional() }) }),
});

async function create(path: string, input: object, headers: Record<string, string>) {
  const { status, body } = await post(path, input, headers);
  expect({ status, body }).toMatchObject({ status: 200 });
  return made.parse(body).result.data;
}

const get = (id: string, headers: Record<string, string> = {}) =>
  answerEmoji(new Request(`http://localhost:3000/api/emoji/${id}`, { headers }), id);

it('gives a picture to members of its workspace, to keep, and as nothing else', async () => {
  const [owner, stranger] = [await signIn(), await signIn()];
  const workspace = { name: 'Northwind', slug: `w-${newId().slice(-12)}` };
  const { id: workspaceId } = await create('workspace.create', workspace, owner.cookie);
  const { id, url } = await create('emoji.create', { workspaceId, name: 'dot', image: tinyPng }, owner.cookie);
  expect(url).toBe(`/api/emoji/${id}`);
  for (const headers of [owner.cookie, owner.bearer]) {
    const answer = await get(id, headers);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(tinyPng);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    });
  }
  expect((await get(id)).status).toBe(401);
  const others = [await get(id, stranger.cookie), await get(newId(), owner.cookie), await get('x', owner.cookie)];
  const answers = await Promise.all(others.map(async (answer) => [answer.status, await answer.text()]));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.[0]).toBe(404);
  expect(others[0]?.headers.get('cache-control')).toBe('no-store');
  await create('emoji.delete', { id }, owner.cookie);
  expect((await get(id, owner.cookie)).status).toBe(404);
});
