import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressGroup, clientAddress, pinForwardedFor } from './client-address.ts';

describe('clientAddress', () => {
  it('is the socket without proxies, whatever the client says', () => {
    expect(clientAddress({ forwardedFor: '1.2.3.4', remoteAddress: '203.0.113.9' }, 0)).toBe('203.0.113.9');
  });

  it('is what the outermost trusted proxy saw', () => {
    const source = { forwardedFor: '6.6.6.6, 198.51.100.7, 10.0.0.2', remoteAddress: '10.0.0.1' };
    expect(clientAddress(source, 1)).toBe('10.0.0.2');
    expect(clientAddress(source, 2)).toBe('198.51.100.7');
  });

  it('counts the same way where the socket is hidden', () => {
    expect(clientAddress({ forwardedFor: '6.6.6.6, 198.51.100.7, 10.0.0.2', remoteAddress: null }, 2)).toBe(
      '198.51.100.7',
    );
    expect(clientAddress({ forwardedFor: null, remoteAddress: null }, 1)).toBeNull();
  });

  it('is the outermost known address when there are fewer hops than proxies', () => {
    expect(clientAddress({ forwardedFor: null, remoteAddress: '203.0.113.9' }, 2)).toBe('203.0.113.9');
  });

  it.each([
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['203.0.113.9:51234', '203.0.113.9'],
    ['unknown', null],
  ])('reads %s as %s', (remoteAddress, expected) => {
    expect(clientAddress({ forwardedFor: null, remoteAddress }, 0)).toBe(expected);
  });
});

describe('addressGroup', () => {
  it('takes IPv6 by /64 and IPv4 whole', () => {
    expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe(addressGroup('2001:db8:1:2:ffff::1'));
    expect(addressGroup('2001:db8:1:2::1')).not.toBe(addressGroup('2001:db8:1:3::1'));
    expect(addressGroup('203.0.113.9')).toBe('203.0.113.9');
    expect(addressGroup('::ffff:203.0.113.9')).toBe('203.0.113.9');
  });
});

describe('pinForwardedFor', () => {
  beforeEach(() => vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters'));
  afterEach(() => vi.unstubAllEnvs());

  it('leaves only the true address for a framework that hides the socket', () => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: '203.0.113.9' });
    const request = new IncomingMessage(socket);
    request.headers['x-forwarded-for'] = '6.6.6.6, 7.7.7.7';
    pinForwardedFor(request);
    expect(request.headers['x-forwarded-for']).toBe('203.0.113.9');
    expect(clientAddress({ forwardedFor: '203.0.113.9', remoteAddress: null }, 2)).toBe('203.0.113.9');
  });
});
