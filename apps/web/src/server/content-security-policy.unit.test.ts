import { afterEach, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

afterEach(() => vi.unstubAllEnvs());

/** The sources of each directive, with these settings. */
function policy(settings: Record<string, string>, host: string | null = null): Record<string, string> {
  const none = { PUBLIC_URL: '', WS_URL: '', FILES_URL: '', UPLOADTHING_TOKEN: '', PORT: '', NODE_ENV: 'production' };
  const all = { ...none, AUTH_SECRET: 'a-secret-of-the-tests-and-of-nothing-else', ...settings };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const directives = contentSecurityPolicy('bm9uY2U=', host).split('; ');
  return Object.fromEntries(directives.map((text) => [text.split(' ', 1)[0], text.slice(text.indexOf(' ') + 1)]));
}

it('allows a page what it needs and nothing else', () => {
  expect(policy({ PUBLIC_URL: 'https://chat.example.com' })).toEqual({
    'default-src': "'self'",
    'script-src': "'nonce-bm9uY2U=' 'strict-dynamic'",
    'style-src': "'self' 'nonce-bm9uY2U='",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'font-src': "'self'",
    'connect-src': "'self' wss://chat.example.com",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'report-to': 'csp',
  });
});

it('lets the page open its socket whatever name it was reached by', () => {
  expect(policy({}, '192.168.1.5:3000')['connect-src']).toBe("'self' ws://localhost:3000 ws://192.168.1.5:3000");
  expect(policy({}, '[::1]:3000')['connect-src']).toBe("'self' ws://localhost:3000 ws://[::1]:3000");
});

it.each(['evil.example; script-src *', 'a b', "'unsafe-inline'", '*', 'a.example,b.example', ''])(
  'does not repeat a host that is none: %s',
  (host) => {
    expect(policy({}, host)['connect-src']).toBe("'self' ws://localhost:3000");
  },
);

it('names other servers that the settings name', () => {
  const found = policy({
    WS_URL: 'wss://ws.example.com/ws',
    FILES_URL: 'https://files.example.com/',
    UPLOADTHING_TOKEN: 'token',
  });
  expect(found['connect-src']).toBe(
    "'self' wss://ws.example.com https://files.example.com https://*.ufs.sh https://*.ingest.uploadthing.com",
  );
  expect(found['img-src']).toBe("'self' data: blob: https://files.example.com https://*.ufs.sh");
});

it('says how to mend a wrong setting', () => {
  expect(() => policy({ WS_URL: 'https://ws.example.com' })).toThrow('WS_URL must be');
  expect(() => policy({ FILES_URL: 'files' })).toThrow('FILES_URL must be');
});
