import { expect, it } from 'vitest';
import { wsEnv } from './env.ts';

it('needs no settings', () => {
  expect(wsEnv({})).toEqual({ port: 3001, host: undefined, origins: [], rateLimits: true });
  expect(wsEnv({ PORT: '', WS_ORIGINS: '' })).toEqual(wsEnv({}));
});

it('reads origins however they are written', () => {
  const { origins } = wsEnv({ WS_ORIGINS: 'https://a.example, https://b.example:8443/path\nhttp://c.example' });
  expect(origins).toEqual(['https://a.example', 'https://b.example:8443', 'http://c.example']);
});

it.each([
  [{ PORT: '0' }, 'PORT must'],
  [{ PORT: 'eighty' }, 'PORT must'],
  [{ WS_ORIGINS: '*' }, 'WS_ORIGINS must'],
  [{ WS_ORIGINS: 'wss://a.example' }, 'WS_ORIGINS must'],
  [{ RATE_LIMITS: 'yes' }, 'RATE_LIMITS must'],
])('says how to mend %o', (source, sentence) => {
  expect(() => wsEnv(source)).toThrow(sentence);
});
