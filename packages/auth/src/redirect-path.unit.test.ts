import { beforeEach, describe, expect, it, vi } from 'vitest';
import { safeRedirectPath } from './redirect-path.ts';

beforeEach(() => {
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('PUBLIC_URL', 'https://chat.example.com');
});

describe('safeRedirectPath', () => {
  it.each([
    ['/a/b?c=d#e', '/a/b?c=d#e'],
    ['https://chat.example.com/a', '/a'],
    ['a', '/a'],
    ['//evil.example/a', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://chat.example.com//evil.example', '/evil.example'],
    ['https://chat.example.com.evil.example/', '/'],
    ['http://chat.example.com/a', '/'],
    ['https://user@evil.example', '/'],
    ['data:text/html,x', '/'],
    [undefined, '/'],
    [{ href: '/a' }, '/'],
  ])('makes of %j the path %s', (target, expected) => {
    expect(safeRedirectPath(target)).toBe(expected);
  });
});
