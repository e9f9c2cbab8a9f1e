import { TRPCError } from '@trpc/server';
import { middleware } from './init.ts';

/** What every JSON parser here says of a text that ends before it has begun. */
const NO_JSON = 'Unexpected end of JSON input';

function isEmptyBody(error: unknown): boolean {
  return error instanceof TRPCError && error.cause instanceof SyntaxError && error.cause.message === NO_JSON;
}

/** A POST without a body is a call without input, as clients send it: what is missing, each input says itself. */
export const emptyBody = middleware(({ getRawInput, next }) =>
  next({
    getRawInput: async () => {
      try {
        return await getRawInput();
      } catch (error) {
        if (isEmptyBody(error)) return undefined;
        throw error;
      }
    },
  }),
);
