import { expect, it } from 'vitest';
import { workerEnv } from './env.ts';

it('needs no settings', () => {
  expect(workerEnv({})).toEqual({ port: 3002, host: undefined });
  expect(workerEnv({ PORT: '', LISTEN_HOST: '' })).toEqual(workerEnv({}));
  expect(workerEnv({ PORT: '4000', LISTEN_HOST: '127.0.0.1' })).toEqual({ port: 4000, host: '127.0.0.1' });
});

it.each([[{ PORT: '0' }], [{ PORT: 'eighty' }]])('says how to mend %o', (source) => {
  expect(() => workerEnv(source)).toThrow('PORT must');
});
