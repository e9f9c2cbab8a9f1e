import { describe, expect, it } from 'vitest';
import { channelNameOf } from './channel-name.ts';

describe('the name of a new channel', () => {
  it.each([
    ['Release Train', 'release-train'],
    ['  #Support ', 'support'],
    ['Größe\tund  Maß', 'größe-und-maß'],
    ['发布', '发布'],
    ['##', ''],
    ['a-b', 'a-b'],
  ])('typed as %j is %j', (typed, name) => {
    expect(channelNameOf(typed)).toBe(name);
  });
});
