import { expect, it } from 'vitest';
import { logLevel } from './env.ts';

it('reads the level, and info when none is set', () => {
  expect(logLevel({ LOG_LEVEL: 'debug' })).toBe('debug');
  expect(logLevel({})).toBe('info');
  expect(logLevel({ LOG_LEVEL: '' })).toBe('info');
});

it('says how to mend a wrong level', () => {
  expect(() => logLevel({ LOG_LEVEL: 'loud' })).toThrow(
    'LOG_LEVEL must be one of silent, error, warn, info, debug, trace.',
  );
});
