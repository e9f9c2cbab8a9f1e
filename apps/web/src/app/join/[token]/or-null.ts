/** Answers of the server that are about a link itself. */
const unusable: readonly unknown[] = ['NOT_FOUND', 'BAD_REQUEST'];

/** Null for a link that is none. Rejects with whatever else fails, since that says nothing about the link. */
export async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && unusable.includes(error.code)) return null;
    throw error;
  }
}
