import { anyoneInside } from './answers.ts';
import type { Case, Rows } from './row.ts';

function asked(q: string): Case[] {
  return [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId, q }), answers: anyoneInside }];
}

export const searchRows: Rows = {
  'search.messages': asked('from'),
  'search.channels': asked('gen'),
  'search.people': asked('own'),
  'search.jump': asked('o'),
};
