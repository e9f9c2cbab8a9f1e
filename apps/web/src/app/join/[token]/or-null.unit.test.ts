import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { orNull } from './or-null.ts';

describe('what the server says of an invite link', () => {
  it('is passed on', async () => {
    await expect(orNull(Promise.resolve('Northwind'))).resolves.toBe('Northwind');
  });

  it.each(['NOT_FOUND', 'BAD_REQUEST'] as const)('is that there is none: %s', async (code) => {
    await expect(orNull(Promise.reject(new TRPCError({ code })))).resolves.toBeNull();
  });

  it.each(['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'TOO_MANY_REQUESTS'] as const)(
    'is nothing when it fails: %s',
    async (code) => {
      await expect(orNull(Promise.reject(new TRPCError({ code })))).rejects.toThrow(code);
    },
  );

  it('is nothing when it cannot be asked', async () => {
    await expect(orNull(Promise.reject(new TypeError('fetch failed')))).rejects.toThrow('fetch failed');
  });
});
