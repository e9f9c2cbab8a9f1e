import { expect, test } from 'vitest';
import { concernsWorkspaces } from './workspace-news.ts';

test('names are read anew when the server says so, and after whatever may have been missed', () => {
  const concerns = concernsWorkspaces();
  expect(concerns({ type: 'ready' })).toBe(false);
  expect(concerns({ type: 'activityChanged' })).toBe(false);
  expect(concerns({ type: 'workspaceChanged' })).toBe(true);
  expect(concerns({ type: 'ready' })).toBe(true);
});
