import { describe, expect, it } from 'vitest';
import { parseWidth, widthStyle } from './panel-widths.ts';

describe('a remembered width', () => {
  it.each([
    [undefined, 264],
    ['300', 300],
    ['5', 200],
    ['9999', 420],
    ['', 264],
    ['300}body{display:none', 264],
    ['-300', 264],
  ])('%s becomes %d px', (stored, width) => {
    expect(parseWidth('sidebar', stored)).toBe(width);
  });

  it('is written as a style of numbers alone', () => {
    const widths = { sidebar: parseWidth('sidebar', '</style>'), panel: parseWidth('panel', '400') };
    expect(widthStyle(widths)).toBe(':root{--sidebar-width:264px;--panel-width:400px}');
  });
});
