import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { ListChangesInput } from './message.input.ts';
import { type NumberedEvent, readChanges } from './read-changes.ts';

/** `readChanges` as a procedure's answer. `seq` is the number up to which nothing is missing; NOT_FOUND for a non-member. */
export async function listChanges(
  ctx: VerbContext,
  input: ListChangesInput,
): Promise<{ items: NumberedEvent[]; seq: number; more: boolean }> {
  const page = await readChanges(ctx.caller.user.id, input);
  if (!page) throw notFound();
  const { changes, head, more } = page;
  return { items: changes, seq: more ? (changes.at(-1)?.seq ?? head) : head, more };
}
