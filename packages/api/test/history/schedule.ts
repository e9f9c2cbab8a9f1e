import fc from 'fast-check';

/** One thing that somebody does, or that happens to the servers. Numbers choose people, messages and servers. */
export type Step =
  | { readonly kind: 'send'; readonly who: number; readonly copies: number }
  | { readonly kind: 'reply'; readonly who: number; readonly which: number; readonly alsoToChannel: boolean }
  | { readonly kind: 'react'; readonly who: number; readonly which: number; readonly emoji: string }
  | { readonly kind: 'unreact'; readonly who: number; readonly which: number; readonly emoji: string }
  | { readonly kind: 'pin'; readonly who: number; readonly which: number }
  | { readonly kind: 'unpin'; readonly who: number; readonly which: number }
  | { readonly kind: 'readThread'; readonly who: number; readonly which: number }
  | { readonly kind: 'edit'; readonly who: number; readonly which: number }
  | { readonly kind: 'delete'; readonly who: number; readonly which: number }
  | { readonly kind: 'rename' }
  | { readonly kind: 'kick'; readonly who: number }
  | { readonly kind: 'add'; readonly who: number }
  | { readonly kind: 'read'; readonly who: number }
  | { readonly kind: 'unread'; readonly who: number; readonly which: number }
  | { readonly kind: 'leave'; readonly who: number }
  | { readonly kind: 'reconnect'; readonly who: number }
  | { readonly kind: 'restart'; readonly server: number }
  | { readonly kind: 'lose'; readonly share: number };

const who = fc.nat(3);
const which = fc.nat(40);
// Few, so that the same ones meet.
const emoji = fc.constantFrom('👍', '🎉', '👀');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('send' as const), who, copies: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('reply' as const), who, which, alsoToChannel: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('react' as const), who, which, emoji }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unreact' as const), who, which, emoji }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pin' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unpin' as const), who, which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('readThread' as const), who, which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kick' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unread' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reconnect' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), server: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose' as const), share: fc.constantFrom(0, 0.3, 1) }) },
);

/** A history to act out: waves one after the other, the steps of a wave all at once. */
export const schedule: fc.Arbitrary<Step[][]> = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), {
  minLength: 4,
  maxLength: 14,
});
