import { apiOf } from '../actors/api.ts';
import type { Person } from '../actors/person.ts';
import type { ChaosOptions } from '../plan/chaos-options.ts';
import { signUp } from './sign-up.ts';

/** Who and what there is before anything happens. */
export interface Scene {
  readonly owner: Person;
  readonly writers: readonly Person[];
  readonly readers: readonly Person[];
  readonly channels: ReadonlyArray<{ readonly id: string; readonly startSeq: number }>;
}

/** Makes a workspace with writers, readers and channels that all of them are in, by the API at one web server. */
export async function setScene(options: ChaosOptions, origin: string): Promise<Scene> {
  const owner = await signUp('Owner');
  const writers = await signUpAll('Writer', options.writers);
  const readers = await signUpAll('Reader', options.readers);
  const people = [...writers, ...readers];
  const api = apiOf(owner, origin);
  const { id: workspaceId } = await api.workspace.create.mutate({ name: 'Chaos', slug: `chaos-${options.seed}` });
  const { url } = await api.workspace.invite.mutate({ workspaceId });
  const token = url.slice(url.lastIndexOf('/') + 1);
  for (const person of people) await apiOf(person, origin).workspace.joinByInvite.mutate({ token });
  const memberIds = people.map(({ userId }) => userId);
  const channels = [];
  for (let count = 1; count <= options.channels; count += 1) {
    const name = `channel-${count}`;
    const { id, seq } = await api.channel.create.mutate({ workspaceId, name, kind: 'PRIVATE', memberIds });
    channels.push({ id, startSeq: seq });
  }
  return { owner, writers, readers, channels };
}

async function signUpAll(name: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) people.push(await signUp(name));
  return people;
}
