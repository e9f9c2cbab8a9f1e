import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeightTree } from './height-tree.ts';

type Step = { do: 'push' | 'set' | 'prepend' | 'truncate'; at: number; heights: number[] };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom<Step['do']>('push', 'push', 'set', 'set', 'prepend', 'truncate'),
    at: fc.nat(600),
    heights: fc.array(fc.nat(400), { minLength: 1, maxLength: 40 }),
  }),
  { maxLength: 60 },
);

test('it says what adding up an array says', () => {
  fc.assert(
    fc.property(steps, fc.nat(20_000), (schedule, offset) => {
      const tree = new HeightTree();
      let model: number[] = [];
      for (const step of schedule) {
        if (step.do === 'push') for (const height of step.heights) tree.push(height);
        if (step.do === 'push') model.push(...step.heights);
        if (step.do === 'prepend') tree.prepend(step.heights);
        if (step.do === 'prepend') model = [...step.heights, ...model];
        if (step.do === 'truncate') tree.truncate(Math.max(0, model.length - (step.at % 7)));
        if (step.do === 'truncate') model.length = Math.max(0, model.length - (step.at % 7));
        if (step.do === 'set' && model.length > 0) {
          tree.set(step.at % model.length, step.heights[0] ?? 0);
          model[step.at % model.length] = step.heights[0] ?? 0;
        }
      }
      expect(tree.length).toBe(model.length);
      let sum = 0;
      let found = 0;
      for (const [index, height] of model.entries()) {
        expect(tree.before(index)).toBe(sum);
        if (sum <= offset) found = index;
        sum += height;
      }
      expect(tree.total).toBe(sum);
      expect(tree.find(offset)).toBe(found);
    }),
    { numRuns: 300 },
  );
});

test('a change among 100,000 rows is not a hundred times as dear as among 1,000', () => {
  const cost = (rows: number) => {
    const tree = new HeightTree();
    for (let row = 0; row < rows; row += 1) tree.push(50);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now();
      for (let change = 0; change < 5_000; change += 1) {
        tree.set((change * 7_919) % rows, 40 + ((change + run) % 20));
        tree.find(tree.total / 2);
      }
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  cost(1_000);
  expect(cost(100_000)).toBeLessThan(30 * cost(1_000));
});
