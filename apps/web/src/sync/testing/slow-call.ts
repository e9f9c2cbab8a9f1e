import { TRPCClientError } from '@trpc/client';
import fc from 'fast-check';

/** What becomes of one word between browser and server: how long it takes each way, in ms, and where it is lost. */
export interface Fate {
  readonly there: number;
  readonly back: number;
  readonly lost: 'asking' | 'answering' | 'never';
}

const way = fc.integer({ min: 1, max: 900 });
const lost = fc.constantFrom('never', 'never', 'never', 'never', 'asking', 'answering');

/** The fates of all words, one after the other. */
export const fates = fc.infiniteStream(fc.record({ there: way, back: way, lost }) satisfies fc.Arbitrary<Fate>);

/** What is drawn of an endless stream. */
export const next =
  <T>(stream: Iterator<T>) =>
  (): T =>
    stream.next().value;

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a call rejects with that the network lost. */
export const networkError = () => TRPCClientError.from(new Error('Failed to fetch'));

/** What a call rejects with that the server refused. */
export const apiError = (code: string, reason = code) =>
  TRPCClientError.from({ error: { message: reason, code: -32_000, data: { code, reason } } });

/** A call that does `work` on the server, between the two ways. */
export async function slowCall<T>({ there, back, lost }: Fate, work: () => T): Promise<T> {
  await wait(there);
  if (lost === 'asking') throw networkError();
  const answer = work();
  await wait(back);
  if (lost === 'answering') throw networkError();
  return answer;
}
