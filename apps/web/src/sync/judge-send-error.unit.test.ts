import { expect, test } from 'vitest';
import { judgeSendError, type SendFailures, withFailure } from './judge-send-error.ts';
import { apiError, networkError } from './testing/slow-call.ts';

const internal = apiError('INTERNAL_SERVER_ERROR');

/** What becomes of a message at the last of these errors. */
function verdictAfter(errors: readonly Error[]) {
  let failures: SendFailures | undefined;
  let verdict: ReturnType<typeof judgeSendError> | undefined;
  for (const error of errors) {
    failures = withFailure(failures, error);
    verdict = judgeSendError(error, failures, () => 1);
  }
  return verdict;
}

test('a message waits longer with each failure', () => {
  const cut = networkError();
  expect(verdictAfter([cut])).toEqual({ do: 'wait', ms: 1_000 });
  expect(verdictAfter([cut, internal, cut])).toEqual({ do: 'wait', ms: 4_000 });
  expect(verdictAfter(Array(40).fill(cut))).toEqual({ do: 'wait', ms: 20_000 });
});

test('a server that comes back with one error after the network was cut for long refuses nothing', () => {
  const cut: readonly Error[] = Array(20).fill(networkError());
  expect(verdictAfter([...cut, internal])).toMatchObject({ do: 'wait' });
  expect(verdictAfter([...cut, ...Array(5).fill(internal)])).toMatchObject({ do: 'wait' });
  expect(verdictAfter([...cut, ...Array(6).fill(internal)])).toMatchObject({ do: 'refuse' });
});
