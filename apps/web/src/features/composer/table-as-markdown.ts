type Written = (cell: HTMLTableCellElement) => string;

/**
 * A table as Markdown, its first row as the heading; `written` makes Markdown of a cell. Null for a table of one column,
 * which says no more than its lines.
 */
export function tableAsMarkdown(table: HTMLTableElement, written: Written): string | null {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => inLine(written(cell))));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [heading, ...others] = rows;
  if (!heading || width < 2) return null;
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`;
  const rule = `|${' --- |'.repeat(width)}`;
  return `\n\n${[line(heading), rule, ...others.map(line)].join('\n')}\n\n`;
}

function inLine(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', String.raw`\|`)
    .trim();
}
