import { describe, expect, it } from 'vitest';
import { workspaceToOpen } from './last-workspace.ts';

const items = [{ slug: 'northwind' }, { slug: 'harbour' }];

describe('the workspace to open', () => {
  it('is the one that was open last', () => {
    expect(workspaceToOpen(items, 'harbour')?.slug).toBe('harbour');
  });

  it.each([undefined, '', 'left-long-ago'])('is the first when the last one is %j', (last) => {
    expect(workspaceToOpen(items, last)?.slug).toBe('northwind');
  });

  it('is none for somebody who is in none', () => {
    expect(workspaceToOpen([], 'northwind')).toBeUndefined();
  });
});
