import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';

const person = ['Ada Lovelace', 'ada.lovelace'];

describe('passwordProblem', () => {
  it.each([
    'a long quiet river',
    'pässwörter für alle',
    '🦊🦊🐻🐼🦁🐮🐷🐸',
    'ada walks to the sea',
    '     x     y     ',
    'q'.padEnd(1024, 'wertz u'),
  ])('lets %j pass', (password) => {
    expect(passwordProblem(password, person)).toBeNull();
  });

  it.each([
    ['', 'at least 8'],
    ['1234567', 'at least 8'],
    ['🦊🦊🦊🦊', 'at least 8'],
    ['x y'.repeat(342), 'at most 1024 bytes'],
    ['é'.repeat(513), 'at most 1024 bytes'],
    ['password', 'attacker'],
    ['PassWord1', 'attacker'],
    ['qwertyuiop', 'attacker'],
    ['zzzzzzzzzzzz', 'attacker'],
    ['abcabcabcabc', 'attacker'],
    ['adalovelace', 'too close'],
    ['Ada.Lovelace1815', 'too close'],
    ['parley2026', 'too close'],
  ])('refuses %j', (password, why) => {
    expect(passwordProblem(password, person)?.toLowerCase()).toContain(why);
  });
});
