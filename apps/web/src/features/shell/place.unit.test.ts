import { describe, expect, it } from 'vitest';
import { channelPath, parsePlace } from './place.ts';

const channelId = '019aa5b2-6f0e-7cc3-98c4-dc0c0c07398f';
const messageId = '019aa5b2-6f0e-7cc3-98c4-dc0c0c073990';
const none = new URLSearchParams();

describe('an address', () => {
  it.each([
    ['/w/northwind', { channelId: null, messageId: null, panel: null }],
    [`/w/northwind/${channelId}`, { channelId, messageId: null, panel: null }],
  ])('%s is a place', (path, place) => {
    expect(parsePlace(path, none)).toEqual(place);
  });

  it.each(['/w/northwind/settings', '/signin', `/w/northwind/${channelId}/more`, '/w'])('%s is none', (path) => {
    expect(parsePlace(path, none)).toBeNull();
  });

  it('tells the message to go to', () => {
    const path = `/w/northwind/${channelId}`;
    expect(parsePlace(path, new URLSearchParams({ message: messageId }))?.messageId).toBe(messageId);
    expect(parsePlace(path, new URLSearchParams({ message: 'javascript:' }))?.messageId).toBeNull();
  });

  it('tells the panel, and only one that there is', () => {
    const url = new URL(channelPath('northwind', channelId, 'members'), 'http://localhost');
    expect(parsePlace(url.pathname, url.searchParams)?.panel).toBe('members');
    expect(parsePlace(url.pathname, new URLSearchParams('panel=constructor'))?.panel).toBeNull();
  });
});
