/** The codes that these calls were refused with, in their order; `OK` for one that was not. */
export async function codesOf(calls: ReadonlyArray<Promise<unknown>>): Promise<string[]> {
  const answers = await Promise.allSettled(calls);
  return answers.map((answer) => {
    if (answer.status === 'fulfilled') return 'OK';
    const error: unknown = answer.reason;
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  });
}
