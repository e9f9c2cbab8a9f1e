'use client';

import { createContext, use, useState } from 'react';
import { type PanelSide, type PanelWidths, widthCookie, widthRanges, widthVariable } from './panel-widths.ts';

const YEAR = 31_536_000;

/** The widths that the server wrote into the page. */
export const PanelWidthsContext = createContext<PanelWidths>({
  sidebar: widthRanges.sidebar.initial,
  panel: widthRanges.panel.initial,
});

function show(side: PanelSide, width: number): void {
  document.documentElement.style.setProperty(widthVariable(side), `${width}px`);
}

function remember(side: PanelSide, width: number): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${widthCookie(side)}=${width}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
}

/** What a ResizeHandle needs for a panel. The width itself is the page's variable `--sidebar-width` or `--panel-width`. */
export function usePanelWidth(side: PanelSide) {
  const widths = use(PanelWidthsContext);
  const [width, setWidth] = useState(() => shownWidth(side) ?? widths[side]);
  return {
    ...widthRanges[side],
    value: width,
    onResize: (next: number) => {
      show(side, next);
      setWidth(next);
    },
    onCommit: (next: number) => remember(side, next),
  };
}

/** A panel that was closed and opens again has the width that it was given before. */
function shownWidth(side: PanelSide): number | null {
  if (typeof document === 'undefined') return null;
  const set = Number.parseInt(document.documentElement.style.getPropertyValue(widthVariable(side)), 10);
  return Number.isNaN(set) ? null : set;
}
