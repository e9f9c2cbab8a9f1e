interface Waiting<A> {
  readonly resolve: (answer: A | null) => void;
  readonly reject: (error: unknown) => void;
}

interface GatherOptions<Q, A> {
  /** How long the first question waits for others, in milliseconds. */
  readonly waitMs: number;
  /** The most questions that are asked together. */
  readonly most: number;
  readonly keyOf: (question: Q) => string;
  /** Answers what it can of the questions, by key. */
  readonly ask: (questions: readonly Q[]) => Promise<ReadonlyMap<string, A>>;
}

/** Makes many small questions of this process one big one: all that are asked within a moment. Null for no answer. */
export function gather<Q, A>({ waitMs, most, keyOf, ask }: GatherOptions<Q, A>): (question: Q) => Promise<A | null> {
  let waiting = new Map<string, { question: Q; callers: Waiting<A>[] }>();

  const answer = async (asked: ReadonlyArray<[string, { question: Q; callers: Waiting<A>[] }]>): Promise<void> => {
    try {
      const answers = await ask(asked.map(([, { question }]) => question));
      for (const [key, { callers }] of asked) for (const { resolve } of callers) resolve(answers.get(key) ?? null);
    } catch (error) {
      for (const [, { callers }] of asked) for (const { reject } of callers) reject(error);
    }
  };

  const flush = (): void => {
    const asked = [...waiting];
    waiting = new Map();
    for (let start = 0; start < asked.length; start += most) void answer(asked.slice(start, start + most));
  };

  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(flush, waitMs);
      const key = keyOf(question);
      const others = waiting.get(key);
      if (others) others.callers.push({ resolve, reject });
      else waiting.set(key, { question, callers: [{ resolve, reject }] });
    });
}
