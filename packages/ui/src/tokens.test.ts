import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Rgb = [number, number, number];
type Theme = 'light' | 'dark';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Linear-light sRGB of an opaque `oklch(l c h)`. */
function linearRgb(l: number, c: number, h: number): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

function colour(name: string, theme: Theme): Rgb {
  const declared = new RegExp(`--${name}: (?:light-dark\\()?([^;]+);`).exec(css)?.[1] ?? '';
  const sides = [...declared.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  const side = theme === 'light' ? sides.at(0) : sides.at(-1);
  if (!side) throw new Error(`--${name} is not an opaque colour in tokens.css`);
  return linearRgb(Number(side[1]), Number(side[2]), Number(side[3]));
}

function luminance([r, g, b]: Rgb): number {
  const clamp = (x: number) => Math.min(1, Math.max(0, x));
  return 0.2126 * clamp(r) + 0.7152 * clamp(g) + 0.0722 * clamp(b);
}

function contrast(front: Rgb, back: Rgb): number {
  const [low, high] = [luminance(front), luminance(back)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const surfaces = ['canvas', 'sidebar', 'raised', 'hover', 'press', 'code'];
const avatars = Array.from({ length: 10 }, (_, hue) => `avatar-${hue}`);

/** Text pairs, 4.5:1. */
const text: [string, string[]][] = [
  ['ink', [...surfaces, 'accent-soft', 'danger-soft', 'warning-soft', 'mark', 'syn-added', 'syn-removed']],
  ['ink-2', [...surfaces, 'accent-soft', 'danger-soft', 'warning-soft', 'mark']],
  ['ink-3', [...surfaces, 'accent-soft', 'skeleton', 'warning-soft', 'danger-soft']],
  ['accent', ['canvas', 'sidebar', 'raised', 'hover', 'accent-soft', 'code']],
  ['accent-hover', ['canvas', 'sidebar', 'raised', 'hover', 'accent-soft']],
  ['accent-ink', ['accent', 'accent-hover']],
  ['mention-ink', ['mention']],
  ['new', ['canvas', 'sidebar', 'raised', 'hover']],
  ['danger', ['canvas', 'sidebar', 'raised', 'hover', 'danger-soft']],
  ['danger-ink', ['danger', 'danger-hover']],
  ['inverse-ink', ['inverse']],
  ['inverse-ink-2', ['inverse']],
  ['inverse-accent', ['inverse']],
  ...['keyword', 'string', 'function', 'number', 'type', 'comment'].map((part): [string, string[]] => [
    `syn-${part}`,
    ['code', 'canvas', 'raised'],
  ]),
  ['avatar-ink', avatars],
];

/** Icons, control outlines, focus and presence, 3:1. */
const graphics: [string, string[]][] = [
  ['line-control', ['canvas', 'sidebar', 'raised', 'hover']],
  ['ring', [...surfaces, 'accent-soft', 'danger-soft', 'warning-soft']],
  ['accent', [...surfaces]],
  ['warning', ['canvas', 'raised', 'warning-soft']],
  ['online', surfaces],
  ['online', ['accent-soft']],
  ['away', ['canvas', 'sidebar', 'raised', 'hover', 'accent-soft']],
  ['offline', ['canvas', 'sidebar', 'raised', 'hover', 'accent-soft']],
  ['danger', surfaces],
];

const cases = (pairs: [string, string[]][]) =>
  pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) => (['light', 'dark'] as const).map((theme) => ({ front, back, theme }))),
  );

describe('tokens', () => {
  it.each(cases(text))('$front on $back can be read in $theme', ({ front, back, theme }) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(cases(graphics))('$front on $back can be seen in $theme', ({ front, back, theme }) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(3);
  });

  it('stays inside sRGB, so that the ratios are those on the screen', () => {
    const outside = [...css.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].filter(([, l, c, h]) =>
      linearRgb(Number(l), Number(c), Number(h)).some((x) => x < -0.004 || x > 1.004),
    );
    expect(outside.map(([whole]) => whole)).toEqual([]);
  });
});
