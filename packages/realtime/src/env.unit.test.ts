import { describe, expect, it } from 'vitest';
import { readRealtimeEnv } from './env.ts';

describe('the settings', () => {
  it('make a process stand alone, with limits, when nothing is set', () => {
    expect(readRealtimeEnv({})).toEqual({ redis: null, limits: true });
    expect(readRealtimeEnv({ REDIS_URL: ' ', RATE_LIMITS: '' })).toEqual({ redis: null, limits: true });
  });

  it('name one Redis or a cluster', () => {
    const url = 'rediss://ada:secret@cache.example.com:6380/2';
    expect(readRealtimeEnv({ REDIS_URL: url, RATE_LIMITS: 'off' })).toEqual({
      redis: { kind: 'single', url },
      limits: false,
    });
    expect(readRealtimeEnv({ REDIS_URL: 'redis://a:1, redis://b:2,' }).redis).toEqual({
      kind: 'cluster',
      urls: ['redis://a:1', 'redis://b:2'],
    });
  });

  it('say how to mend what is wrong, without repeating a password', () => {
    const wrong = ['http://a:1', 'localhost:6379', 'redis://', 'redis://a:1,http://b', 'redis://a:1,rediss://b:2'];
    for (const REDIS_URL of wrong) expect(() => readRealtimeEnv({ REDIS_URL })).toThrow(/^REDIS_URL must be /);
    expect(() => readRealtimeEnv({ RATE_LIMITS: 'no' })).toThrow(/^RATE_LIMITS must be "on" or "off"/);
    expect(() => readRealtimeEnv({ REDIS_URL: 'https://u:hunter2@h' })).not.toThrow(/hunter2/);
  });
});
