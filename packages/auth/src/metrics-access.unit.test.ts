import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgeMetrics } from './metrics-access.ts';

const here = { authorization: null, remoteAddress: '127.0.0.1', forwarded: false };
const token = 'a-token-of-the-monitoring';

beforeEach(() => void vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters'));
afterEach(() => void vi.unstubAllEnvs());

describe('metrics without a token', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('are for %s, the machine itself', (remoteAddress) => {
    expect(judgeMetrics({ ...here, remoteAddress })).toBe(200);
  });

  it.each(['192.0.2.1', '10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', 'nonsense', null])(
    'are not for %s',
    (remoteAddress) => {
      expect(judgeMetrics({ ...here, remoteAddress })).toBe(403);
    },
  );

  it('are not for whom a proxy on the machine speaks', () => {
    expect(judgeMetrics({ ...here, forwarded: true })).toBe(403);
  });
});

describe('metrics with a token', () => {
  beforeEach(() => void vi.stubEnv('METRICS_TOKEN', token));

  it('are for whoever brings it, from anywhere', () => {
    const from = { remoteAddress: '192.0.2.1', forwarded: true };
    expect(judgeMetrics({ ...from, authorization: `Bearer ${token}` })).toBe(200);
    expect(judgeMetrics({ ...from, authorization: `Bearer ${token}x` })).toBe(401);
  });

  it.each([null, '', 'Bearer', 'Bearer wrong', `Basic ${token}`])('are not for %s', (authorization) => {
    expect(judgeMetrics({ ...here, authorization })).toBe(401);
  });
});
