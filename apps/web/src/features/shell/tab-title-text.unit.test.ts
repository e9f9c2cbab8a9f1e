import { describe, expect, it } from 'vitest';
import { sampleMembership } from '../../sync/testing/sample-membership.ts';
import { type TitledChannel, tabTitleText } from './tab-title-text.ts';

type Membership = NonNullable<TitledChannel['membership']>;

function channel(name: string, membership: Partial<Membership> = {}, kind: TitledChannel['kind'] = 'PUBLIC') {
  return {
    id: name,
    kind,
    name,
    membership: sampleMembership(membership),
  } satisfies TitledChannel;
}

function titleOf(channels: TitledChannel[], { openId = 'general', hidden = false } = {}): string {
  return tabTitleText({ channels, openId, hidden, workspaceName: 'Northwind', viewerId: 'me', now: Date.now() });
}

describe('the title of the tab', () => {
  it('names the channel and the workspace', () => {
    expect(titleOf([channel('general')])).toBe('general - Northwind');
  });

  it('names the workspace alone where no channel is open', () => {
    expect(titleOf([channel('general')], { openId: 'elsewhere' })).toBe('Northwind');
  });

  it('counts the mentions in other channels, and not what is merely unread', () => {
    const others = [channel('support', { unread: 9, mentions: 2 }), channel('design', { unread: 4, mentions: 1 })];
    expect(titleOf([channel('general'), ...others])).toBe('(3) general - Northwind');
    expect(titleOf([channel('general'), channel('random', { unread: 9 })])).toBe('general - Northwind');
  });

  it('counts every message of a direct conversation', () => {
    expect(titleOf([channel('general'), channel('', { unread: 2 }, 'DIRECT')])).toBe('(2) general - Northwind');
  });

  it('counts the open channel only while nobody looks', () => {
    const channels = [channel('general', { unread: 1, mentions: 1 })];
    expect(titleOf(channels)).toBe('general - Northwind');
    expect(titleOf(channels, { hidden: true })).toBe('(1) general - Northwind');
  });

  it('leaves out what is muted', () => {
    const later = new Date(Date.now() + 60_000).toISOString();
    const muted = [
      channel('support', { mentions: 2, notificationLevel: 'NONE' }),
      channel('design', { mentions: 1, mutedUntil: later }),
    ];
    expect(titleOf([channel('general'), ...muted])).toBe('general - Northwind');
  });
});
