/** Panels whose width the person sets. */
export type PanelSide = 'sidebar' | 'panel';

export type PanelWidths = Readonly<Record<PanelSide, number>>;

interface WidthRange {
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}

/** In CSS pixels. */
export const widthRanges: Readonly<Record<PanelSide, WidthRange>> = {
  sidebar: { min: 200, max: 420, initial: 264 },
  panel: { min: 320, max: 640, initial: 392 },
};

export const widthCookie = (side: PanelSide): string => `parley.${side}-width`;
export const widthVariable = (side: PanelSide): string => `--${side}-width`;

/** A remembered width, or the initial one for anything that is none. */
export function parseWidth(side: PanelSide, stored: string | undefined): number {
  const { min, max, initial } = widthRanges[side];
  const width = stored === undefined || !/^\d{1,4}$/.test(stored) ? initial : Number(stored);
  return Math.min(max, Math.max(min, width));
}

/** The rule that gives the page its widths before any script runs. */
export function widthStyle(widths: PanelWidths): string {
  return `:root{${widthVariable('sidebar')}:${widths.sidebar}px;${widthVariable('panel')}:${widths.panel}px}`;
}
