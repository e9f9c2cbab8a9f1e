import { describe, expect, it } from 'vitest';
import { channelPath, messagePath, parsePlace } from './place.ts';

const channelId = '019aa5b2-6f0e-7cc3-98c4-dc0c0c07398f';
const messageId = '019aa5b2-6f0e-7cc3-98c4-dc0c0c073990';
const none = new URLSearchParams();
const nothing = { view: null, threadId: null, messageId: null, panel: null };

describe('an address', () => {
  it.each([
    ['/w/northwind', { ...nothing, channelId: null }],
    [`/w/northwind/${channelId}`, { ...nothing, channelId }],
    ['/w/northwind/threads', { ...nothing, channelId: null, view: 'threads' }],
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

  it('tells a thread, and the reply to go to in it', () => {
    const path = messagePath('northwind', { id: messageId, channelId, parentId: channelId });
    const url = new URL(path, 'http://localhost');
    expect(parsePlace(url.pathname, url.searchParams)).toEqual({
      ...nothing,
      channelId,
      threadId: channelId,
      messageId,
    });
    expect(messagePath('northwind', { id: messageId, channelId, parentId: null })).not.toContain('thread');
    expect(parsePlace(url.pathname, new URLSearchParams('thread=1'))?.threadId).toBeNull();
  });
});
