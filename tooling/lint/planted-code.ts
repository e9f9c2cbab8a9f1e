type Planted = readonly [rule: string, file: string, text: string];

const lines = (count: number) => Array.from({ length: count }, (_, at) => `export const x${at} = ${at};\n`).join('');
const longFunction = (count: number) =>
  `export function long(x: number) {\n${'  Math.sin(x);\n'.repeat(count - 3)}  return x;\n}\n`;
const branches = (count: number) => {
  const ifs = Array.from({ length: count - 1 }, (_, at) => `  if (x === ${at}) return ${at * 2};\n`).join('');
  return `export function branch(x: number) {\n${ifs}  return x;\n}\n`;
};

/** Code that oxlint must refuse, and the rule that refuses it. */
export const refused: readonly Planted[] = [
  ['typescript(no-floating-promises)', 'a/floating.ts', 'export function f() {\n  Promise.reject(new Error());\n}\n'],
  ['typescript(no-misused-promises)', 'a/misused.ts', 'export const f = () => [1].forEach(async () => {});\n'],
  ['typescript(no-explicit-any)', 'a/any.ts', 'export const f = (x: any): string => String(x);\n'],
  ['typescript(no-unsafe-return)', 'a/hidden-any.ts', 'export const f = (x: string): number => JSON.parse(x);\n'],
  ['typescript(no-non-null-assertion)', 'a/bang.ts', 'export const f = (x?: string): string => x!;\n'],
  ['typescript(ban-ts-comment)', 'a/comment.ts', `// @ts-${'expect'}-error because\nexport const a: string = 1;\n`],
  ['typescript(consistent-type-imports)', 'a/type.ts', "import { A } from './a.ts';\nexport const b: A = 'b';\n"],
  [
    'typescript(switch-exhaustiveness-check)',
    'a/switch.ts',
    "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  ['eslint(max-lines)', 'a/lines.ts', lines(301)],
  ['eslint(max-lines-per-function)', 'a/function.ts', longFunction(61)],
  ['eslint(max-lines-per-function)', 'a/component.tsx', longFunction(121)],
  ['eslint(complexity)', 'a/branches.ts', branches(13)],
  ['eslint(max-params)', 'a/params.ts', 'export const f = (a: 1, b: 2, c: 3, d: 4) => a + b + c + d;\n'],
  ['eslint(no-console)', 'a/console.ts', 'console.log(1);\n'],
  ['eslint(no-warning-comments)', 'a/later.ts', `// ${'to'}do: later\nexport const a = 1;\n`],
  ['import(no-cycle)', 'a/cycle-one.ts', "import { two } from './cycle-two.ts';\nexport const one = () => two;\n"],
  ['import(no-cycle)', 'a/cycle-two.ts', "import { one } from './cycle-one.ts';\nexport const two = () => one;\n"],
  ['import(no-default-export)', 'a/default.ts', 'export default 1;\n'],
  ['import(no-default-export)', 'apps/web/src/features/page.tsx', 'export default 1;\n'],
  ['node(no-process-env)', 'packages/db/src/pool.ts', 'export const url = process.env.DATABASE_URL;\n'],
  [
    'eslint(no-restricted-properties)',
    'packages/api/src/message/message.router.ts',
    'export const f = (ctx: { db: string }) => ctx.db;\n',
  ],
  ['vitest(no-focused-tests)', 'a/only.test.ts', "import { it } from 'vitest';\nit.only('x', () => {});\n"],
  ['vitest(no-disabled-tests)', 'a/skip.test.ts', "import { it } from 'vitest';\nit.skip('x', () => {});\n"],
];

/** Code at the edge of a rule, which oxlint must let stand. */
export const granted: readonly Planted[] = [
  ['a file of 300 lines', 'b/lines.ts', lines(300)],
  ['a function of 60 lines', 'b/function.ts', longFunction(60)],
  ['a component of 120 lines', 'b/component.tsx', longFunction(120)],
  ['twelve branches', 'b/branches.ts', branches(12)],
  ['a long test', 'b/long.test.ts', longFunction(90)],
  ['a cycle of types', 'b/left.ts', "import type { Right } from './right.ts';\nexport type Left = { right: Right };\n"],
  ['a cycle of types', 'b/right.ts', "import type { Left } from './left.ts';\nexport type Right = { left?: Left };\n"],
  ['the default export of a page', 'apps/web/src/app/(app)/[workspace]/page.tsx', 'export default () => null;\n'],
  ['the default export of settings', 'vitest.config.ts', 'export default {};\n'],
  ['the environment in env.ts', 'packages/db/src/env.ts', 'export const url = process.env.DATABASE_URL;\n'],
  ['environment and console in scripts', 'scripts/a.mjs', 'console.log(process.env.PORT);\n'],
];
