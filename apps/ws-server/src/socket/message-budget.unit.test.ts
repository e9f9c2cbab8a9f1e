import { expect, it } from 'vitest';
import { MessageBudget, type MessageKind } from './message-budget.ts';

const limits = { messages: 120, freeStarts: 200, freeSigns: 600, windowMs: 60_000 };

function take(budget: MessageBudget, kind: MessageKind, times: number, now = 1_000): boolean[] {
  return Array.from({ length: times }, () => budget.take(kind, now));
}

it('allows 120 calls in a minute', () => {
  const budget = new MessageBudget(limits);
  expect(take(budget, 'call', 120).every(Boolean)).toBe(true);
  expect(budget.take('call', 60_999)).toBe(false);
  expect(budget.take('call', 61_000)).toBe(true);
});

it('allows a client that comes back all its subscriptions and its calls besides', () => {
  const budget = new MessageBudget(limits);
  expect(take(budget, 'start', 200).every(Boolean)).toBe(true);
  expect(take(budget, 'call', 120).every(Boolean)).toBe(true);
  expect(budget.take('start', 1_000)).toBe(false);
});

it('counts subscriptions and signs beyond what is free', () => {
  const starts = new MessageBudget(limits);
  expect(take(starts, 'start', 320).every(Boolean)).toBe(true);
  expect(starts.take('start', 1_000)).toBe(false);
  const signs = new MessageBudget(limits);
  expect(take(signs, 'sign', 720).every(Boolean)).toBe(true);
  expect(signs.take('sign', 1_000)).toBe(false);
});
