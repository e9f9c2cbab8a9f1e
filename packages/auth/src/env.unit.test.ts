import { describe, expect, it } from 'vitest';
import { authEnv } from './env.ts';

const secret = 'a secret of at least thirty-two characters';

describe('authEnv', () => {
  it('has a default for everything but the secret', () => {
    expect(authEnv({ AUTH_SECRET: secret })).toEqual({
      secret,
      publicOrigin: 'http://localhost:3000',
      https: false,
      trustedProxies: 0,
      signup: 'invite',
      oneProcess: true,
      metricsToken: undefined,
    });
    expect(() => authEnv({})).toThrow(/AUTH_SECRET must be set/);
  });

  it('says how to mend what is wrong', () => {
    expect(() => authEnv({ AUTH_SECRET: 'short', SIGNUP: 'maybe' })).toThrow(
      /AUTH_SECRET must.*SIGNUP must be "invite"/,
    );
    expect(() => authEnv({ AUTH_SECRET: secret, PUBLIC_URL: 'chat.example.com' })).toThrow(
      /PUBLIC_URL must be the address/,
    );
  });

  it('takes the origin alone of the public address', () => {
    expect(authEnv({ AUTH_SECRET: secret, PUBLIC_URL: 'https://chat.example.com/' })).toMatchObject({
      publicOrigin: 'https://chat.example.com',
      https: true,
    });
  });
});
