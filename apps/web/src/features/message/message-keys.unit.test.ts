import { describe, expect, it, vi } from 'vitest';
import { message } from '../../sync/testing/model-channel.ts';
import type { MessageActions } from './message-actions.tsx';
import { actByKey, messageShortcuts, moveByKey } from './message-keys.ts';

const signs: Readonly<Record<string, string>> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  home: 'Home',
  end: 'End',
  del: 'Delete',
  enter: 'Enter',
};

function recorded() {
  const called: string[] = [];
  const note = (name: string) => vi.fn<() => void>(() => void called.push(name));
  const actions: MessageActions = {
    viewer: { id: 'viewer', moderates: false, writes: true, inThread: false },
    react: note('react'),
    pickEmoji: note('pickEmoji'),
    reply: note('reply'),
    pin: note('pin'),
    forward: note('forward'),
    edit: note('edit'),
    stopEditing: note('stopEditing'),
    askToDelete: note('askToDelete'),
    showHistory: note('showHistory'),
    copyText: note('copyText'),
    copyLink: note('copyLink'),
    markUnread: note('markUnread'),
    toggleSaved: note('toggleSaved'),
    chooseReminder: note('chooseReminder'),
    showAuthor: note('showAuthor'),
    retrySend: note('retrySend'),
    editUnsent: note('editUnsent'),
    deleteUnsent: note('deleteUnsent'),
  };
  return { called, actions };
}

const pressedOn = message(1);
const all = {
  react: true,
  reply: true,
  pin: true,
  forward: true,
  markUnread: true,
  save: true,
  edit: true,
  delete: true,
  history: true,
};

describe('the keys of a message', () => {
  it.each(messageShortcuts)('$label: what the sheet says is answered', ({ keys }) => {
    const { called, actions } = recorded();
    const key = signs[keys[0]] ?? keys[0];
    const acted = actByKey(key, pressedOn, { actions, rights: all });
    expect(acted || moveByKey(key) !== undefined).toBe(true);
    expect(called).toHaveLength(acted ? 1 : 0);
  });

  it('do nothing that the reader may not do', () => {
    const { called, actions } = recorded();
    const rights = { ...all, reply: false, pin: false, edit: false, delete: false };
    const pressed = ['t', 'p', 'e', 'Delete', 'x'].filter((key) => actByKey(key, pressedOn, { actions, rights }));
    expect(pressed).toEqual([]);
    expect(called).toEqual([]);
  });

  it('lead up and down, and to the ends of what is drawn', () => {
    const drawn = { start: 3, end: 10 };
    expect(['ArrowUp', 'ArrowDown', 'Home', 'End'].map((key) => moveByKey(key)?.(5, drawn))).toEqual([4, 6, 3, 9]);
  });
});
